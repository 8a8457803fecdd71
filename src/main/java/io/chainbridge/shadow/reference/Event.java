package io.chainbridge.shadow.reference;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/**
 * One shadow scoring: what the real model said of a shipment, beside what the dummy in production
 * said.
 *
 * @param delta the absolute difference of the two scores, 0 to 1
 * @param corridor the trade lane, or null where none is known
 * @param at when it happened: UTC, whole milliseconds
 */
record Event(
    long id,
    String shipmentId,
    double dummyScore,
    double realScore,
    double delta,
    String modelVersion,
    @Nullable String corridor,
    @JsonIgnore LocalDateTime at) {

  /** The one model version the service speaks of. */
  static final String MODEL_VERSION = "chainiq-shadow-v0.3.0";

  private static final DateTimeFormatter ISO =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS");

  /** The time as the deployed service writes it: ISO without a zone, meaning UTC. */
  @JsonProperty
  String createdAt() {
    return at.format(ISO);
  }

  /** The time as the seed contract asks for it: an ISO instant. */
  @JsonProperty
  String timestamp() {
    return at.format(ISO) + "Z";
  }
}

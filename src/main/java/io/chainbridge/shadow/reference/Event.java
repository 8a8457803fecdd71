package io.chainbridge.shadow.reference;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * One shadow scoring: what the real model said of a shipment, beside what the dummy in production
 * said.
 *
 * @param delta the absolute difference of the two scores, 0 to 1
 * @param corridor the trade lane, or null where none is known
 * @param createdAt when it happened, as the deployed service writes it: ISO without a zone, meaning
 *     UTC, to the millisecond
 */
record Event(
    long id,
    String shipmentId,
    double dummyScore,
    double realScore,
    double delta,
    String modelVersion,
    @Nullable String corridor,
    String createdAt) {

  /** The one model version the service speaks of. */
  static final String MODEL_VERSION = "chainiq-shadow-v0.3.0";

  /** The time as the seed contract asks for it: an ISO instant. */
  @JsonProperty
  String timestamp() {
    return createdAt + "Z";
  }
}

package io.chainbridge.shadow.budget;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;

/** Reads what a budget file says about load shapes. */
final class ShapeReader {
  private static final int NANOS_PER_SECOND_DIGITS = 9;

  private ShapeReader() {}

  /**
   * Reads it.
   *
   * @param node that keeps the schema; missing for a file without it
   */
  static ShapeLimits read(JsonNode node) {
    JsonNode spike = node.path("spike");
    return new ShapeLimits(
        present(spike.path("max_recovery_s")).map(ShapeReader::seconds),
        present(spike.path("peak_limits")).map(LimitReader::read),
        number(node.at("/soak/max_drift")),
        number(node.at("/capacity/min_capacity_rps")),
        number(node.at("/compare/max_regression")));
  }

  private static Optional<JsonNode> present(JsonNode node) {
    return node.isMissingNode() ? Optional.empty() : Optional.of(node);
  }

  private static OptionalDouble number(JsonNode node) {
    return node.isMissingNode() ? OptionalDouble.empty() : OptionalDouble.of(node.asDouble());
  }

  /** Rounded up to a nanosecond, so that it stays above 0. */
  static Duration seconds(JsonNode node) {
    return Duration.ofNanos(
        node.decimalValue()
            .movePointRight(NANOS_PER_SECOND_DIGITS)
            .setScale(0, RoundingMode.CEILING)
            .longValueExact());
  }
}

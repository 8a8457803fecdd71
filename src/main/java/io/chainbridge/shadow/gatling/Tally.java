package io.chainbridge.shadow.gatling;

import io.chainbridge.shadow.contract.Violation;
import io.chainbridge.shadow.record.Sizes;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What only the checks see, because Gatling's log has no room for it: sizes of bodies, and which
 * contract violations its messages stand for. Thread-safe.
 */
final class Tally {
  /** Gatling's StatsEngine.ErrorMessageMaxLength. */
  private static final int LONGEST_MESSAGE = 200;

  private final Map<String, Sizes> sizes = new ConcurrentHashMap<>();
  private final Map<String, Violation> violations = new ConcurrentHashMap<>();

  void addBody(String endpoint, int bytes) {
    sizes.merge(endpoint, Sizes.NONE.plus(bytes), (sum, one) -> sum.plus(bytes));
  }

  /** A violation that the log shows by this message. */
  void addViolation(String message, Violation violation) {
    violations.putIfAbsent(logged(message), violation);
  }

  Sizes sizes(String endpoint) {
    return sizes.getOrDefault(endpoint, Sizes.NONE);
  }

  /** The first violation that the log shows by this message; empty for another kind of message. */
  Optional<Violation> violation(String message) {
    return Optional.ofNullable(violations.get(message));
  }

  /** Gatling cuts messages, and its log holds line breaks as spaces. */
  private static String logged(String message) {
    return message
        .substring(0, Math.min(message.length(), LONGEST_MESSAGE))
        .replaceAll("[\\n\\r\\t]", " ");
  }
}

package io.chainbridge.shadow.gatling;

import io.chainbridge.shadow.budget.Endpoint;
import java.util.List;
import java.util.stream.Stream;

/**
 * The endpoints of a comparison: those of the gate at the target, and a twin of each at the
 * baseline, by a name that no gate gives.
 */
final class Twins {
  private static final String BASELINE = "baseline ";

  private Twins() {}

  /** The same endpoint at the baseline. */
  static Endpoint of(Endpoint endpoint) {
    return endpoint.withName(BASELINE + endpoint.name());
  }

  static boolean isOne(String endpoint) {
    return endpoint.startsWith(BASELINE);
  }

  /** The name of the endpoint whose twin has that name. */
  static String original(String twin) {
    return twin.substring(BASELINE.length());
  }

  /** All these endpoints and then their twins. */
  static List<Endpoint> with(List<Endpoint> endpoints) {
    return Stream.concat(endpoints.stream(), endpoints.stream().map(Twins::of)).toList();
  }
}

package io.chainbridge.shadow.budget;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is made to go wrong for a while, and what a service must keep all the same. Immutable.
 *
 * @param name unique in its file
 * @param parameters of its kind, as a user would write them
 * @param share of the requests that it hits, drawn by lot; of the statements for a database's, of
 *     the connections where a proxy knows no requests; above 0, up to 1
 * @param from when it begins, from the first measured request
 * @param until when it ends, after from
 * @param endpoints that it hits, at least one
 * @param limits of these while it lasts, in place of all others; empty for those that always hold
 * @param maxRecovery how long after its end every budget must hold again; above 0, up to a day
 */
public record Fault(
    String name,
    FaultKind kind,
    Map<String, String> parameters,
    double share,
    Duration from,
    Duration until,
    List<String> endpoints,
    Optional<Map<Limit, Double>> limits,
    Optional<Duration> maxRecovery) {
  /** Without a limit on the recovery: what is under way at the end of a fault is of its making. */
  private static final Duration TO_SETTLE = Duration.ofSeconds(1);

  /** Takes copies. */
  public Fault {
    parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
    endpoints = List.copyOf(endpoints);
    limits = limits.map(Map::copyOf);
  }

  /** What the phase of a run is called in which it is there. */
  public String phase() {
    return phase(name);
  }

  /** The same of a fault with that name. */
  public static String phase(String name) {
    return name + " fault";
  }

  /** What the phase is called that comes after it, in which nothing is judged. */
  public String recoveryPhase() {
    return "recovery from " + name;
  }

  /** Whether it hits requests to an endpoint. */
  public boolean hits(String endpoint) {
    return endpoints.contains(endpoint);
  }

  /** From when on every budget must hold again, from the first measured request. */
  public Duration recovered() {
    return until.plus(maxRecovery.orElse(TO_SETTLE));
  }

  /** When the next fault may begin: once it can be seen whether the service has recovered. */
  public Duration over() {
    return maxRecovery.isPresent() ? recovered().plus(ShapeLimits.TO_SEE_RECOVERY) : recovered();
  }
}

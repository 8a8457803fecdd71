package io.chainbridge.shadow.budget;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What only some load shapes are judged by; a shape takes from it what concerns it. Immutable.
 *
 * @param maxRecovery how long after the peak of a spike every budget must hold again; above 0, up
 *     to a day
 * @param peak limits of every endpoint during the peak of a spike, in place of its own: none of
 *     those holds then, and with an empty map the peak is judged by the contract alone
 * @param maxDrift share by which the median or the 95th percentile of the latency may grow from the
 *     early to the late part of a soak: 0.2 is 20 %; above 0, up to 100
 * @param minCapacityRps arrivals a second that must meet the budgets; above 0, up to 1,000,000
 * @param maxRegression share by which a latency percentile may be above a baseline's: 0.1 is 10 %;
 *     above 0, up to 100
 */
public record ShapeLimits(
    Optional<Duration> maxRecovery,
    Optional<Map<Limit, Double>> peak,
    OptionalDouble maxDrift,
    OptionalDouble minCapacityRps,
    OptionalDouble maxRegression) {
  /** It takes three windows of a second to see that a service has recovered, and some more. */
  public static final Duration TO_SEE_RECOVERY = Duration.ofSeconds(5);

  /** Of a budget file that says nothing about load shapes. */
  public static final ShapeLimits NONE =
      new ShapeLimits(
          Optional.empty(),
          Optional.empty(),
          OptionalDouble.empty(),
          OptionalDouble.empty(),
          OptionalDouble.empty());

  public ShapeLimits {
    peak = peak.map(Map::copyOf);
  }
}

package io.chainbridge.shadow.verdict;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** What a load shape is run for to find out. Immutable. */
public sealed interface Finding {

  /**
   * How far a rate could climb.
   *
   * @param lastGood the last step before the first breach; empty if the first step broke
   * @param firstBroken the first step with a breach; empty if none broke
   */
  record Steps(Optional<Step> lastGood, Optional<Broken> firstBroken) implements Finding {}

  /** A step by its name, and arrivals a second. */
  record Step(String name, double rate) {}

  /**
   * A step that broke.
   *
   * @param outcomes what did not hold; at least one
   */
  record Broken(String name, double rate, List<Outcome> outcomes) {
    public Broken {
      outcomes = List.copyOf(outcomes);
    }
  }

  /**
   * How soon all budgets held again after a peak.
   *
   * @param time from the end of the peak; empty if they did not while the run lasted
   * @param window length of the windows in which they were looked at
   */
  record RecoveryTime(Optional<Duration> time, Duration window) implements Finding {}

  /**
   * How soon all budgets held again after a fault.
   *
   * @param fault its name
   * @param time from the end of the fault; empty if they did not while it was looked at
   * @param window length of the windows in which they were looked at
   */
  record FaultRecovery(String fault, Optional<Duration> time, Duration window) implements Finding {}

  /** How an endpoint differs from its baseline. */
  record Compared(Comparison comparison) implements Finding {}

  /** Whether an endpoint became slower the way a leak makes it. */
  record SoakDrift(Drift drift) implements Finding {}

  /**
   * The highest arrival rate that meets the budgets.
   *
   * @param meets arrivals a second that do; empty if none that was tried does
   * @param breaks the lowest that do not; empty if all that were tried do
   * @param broken what does not hold there; none if breaks is empty
   * @param tried the outcomes of every rate that was tried, which decide nothing by themselves
   */
  record Capacity(
      OptionalDouble meets, OptionalDouble breaks, List<Outcome> broken, List<Outcome> tried)
      implements Finding {
    public Capacity {
      broken = List.copyOf(broken);
      tried = List.copyOf(tried);
    }
  }
}

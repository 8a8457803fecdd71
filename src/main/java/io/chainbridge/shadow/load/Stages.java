package io.chainbridge.shadow.load;

import io.chainbridge.shadow.budget.Fault;
import io.chainbridge.shadow.budget.Gate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** The stages of the load shapes whose rates are known beforehand. */
public final class Stages {
  private Stages() {}

  /** A rate that climbs in steps of equal length. */
  public static List<Stage> climbing(
      double startRate, double stepRate, int steps, Duration stepDuration) {
    List<Stage> stages = new ArrayList<>();
    for (int step = 0; step < steps; step++) {
      stages.add(new Stage("step " + (step + 1), true, startRate + step * stepRate, stepDuration));
    }
    return stages;
  }

  /**
   * A base rate, a sudden peak, and the base rate again.
   *
   * @param recovery how long after the peak nothing is judged, since the service may recover; if
   *     that is all there is after it, nothing is
   */
  public static List<Stage> peaking(
      double rate,
      double peakRate,
      Duration before,
      Duration peak,
      Duration after,
      Optional<Duration> recovery) {
    List<Stage> stages = new ArrayList<>();
    stages.add(new Stage("before", true, rate, before));
    stages.add(new Stage(Gate.PEAK, true, peakRate, peak));
    Duration allowed = recovery.orElse(Duration.ZERO);
    Duration recovering = allowed.compareTo(after) < 0 ? allowed : after;
    if (!recovering.isZero()) {
      stages.add(new Stage("recovery", false, rate, recovering));
    }
    if (recovering.compareTo(after) < 0) {
      stages.add(new Stage("after", true, rate, after.minus(recovering)));
    }
    return stages;
  }

  /**
   * One rate, cut where faults begin and end: what is clear of them, each fault, and the recovery
   * from it, in which nothing is judged.
   *
   * @param faults in order of time, none of which overlap
   */
  public static List<Stage> aroundFaults(double rate, Duration duration, List<Fault> faults) {
    List<Stage> stages = new ArrayList<>();
    Duration from = Duration.ZERO;
    int clear = 0;
    for (Fault fault : faults) {
      if (fault.from().compareTo(from) > 0) {
        stages.add(new Stage("clear " + ++clear, true, rate, fault.from().minus(from)));
      }
      stages.add(new Stage(fault.phase(), true, rate, fault.until().minus(fault.from())));
      from = fault.recovered().compareTo(duration) < 0 ? fault.recovered() : duration;
      if (from.compareTo(fault.until()) > 0) {
        stages.add(new Stage(fault.recoveryPhase(), false, rate, from.minus(fault.until())));
      }
    }
    if (duration.compareTo(from) > 0) {
      stages.add(new Stage("clear " + ++clear, true, rate, duration.minus(from)));
    }
    return stages;
  }

  /** One after the other, as {@link Arrivals} asks for them. */
  public static Supplier<Optional<Stage>> inOrder(List<Stage> stages) {
    Iterator<Stage> iterator = List.copyOf(stages).iterator();
    return () -> iterator.hasNext() ? Optional.of(iterator.next()) : Optional.empty();
  }
}

package io.chainbridge.shadow.record;

import io.chainbridge.shadow.settings.Pace;
import io.chainbridge.shadow.settings.Pause;
import io.chainbridge.shadow.settings.Shape;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/** A run of any load shape, put together from phases. */
public final class ShapedRun {
  /** All arrivals made, and in time. */
  public static final ArrivalCount IN_TIME = arrivals(100, 100, 0);

  private final Shape shape;
  private final List<Phase> phases = new ArrayList<>();
  private final List<EndpointRecord> endpoints = new ArrayList<>();
  private Timeline timeline = Timeline.EMPTY;
  private Ending ending = Ending.COMPLETE;
  private Optional<ArrivalCount> arrivals = Optional.empty();
  private double processCpu = 0.25;

  public ShapedRun(Shape shape) {
    this.shape = shape;
  }

  /** So many planned, of which some were made, of which the last were 100 ms late. */
  public static ArrivalCount arrivals(long planned, long made, long late) {
    LatencyCounter lateness = LatencyCounter.small();
    for (long i = 0; i < made; i++) {
      lateness.add(i < made - late ? 99 : 100);
    }
    return new ArrivalCount(
        planned, made, Duration.ofSeconds(10), Duration.ofSeconds(10), lateness.latencies());
  }

  /** A judged phase, of ten seconds as all are, whose arrivals were in time. */
  public ShapedRun phase(String name, double rate, EndpointRecord... measured) {
    return phase(name, true, rate, IN_TIME, measured);
  }

  public ShapedRun phase(
      String name, boolean judged, double rate, ArrivalCount made, EndpointRecord... measured) {
    Duration length = Duration.ofSeconds(10);
    phases.add(
        new Phase(
            name,
            judged,
            rate,
            length.multipliedBy(phases.size()),
            length,
            made,
            Arrays.asList(measured)));
    return this;
  }

  /** What was measured over the whole run. */
  public ShapedRun endpoints(EndpointRecord... measured) {
    endpoints.addAll(Arrays.asList(measured));
    return this;
  }

  public ShapedRun timeline(Timeline slices) {
    timeline = slices;
    return this;
  }

  public ShapedRun ended(Ending.Kind kind) {
    ending = new Ending(kind, "why");
    return this;
  }

  public ShapedRun arrivals(ArrivalCount made) {
    arrivals = Optional.of(made);
    return this;
  }

  /** Share of all processors that the injector used. */
  public ShapedRun processCpu(double share) {
    processCpu = share;
    return this;
  }

  public RunRecord record() {
    return new RunRecord(
        "20260101T000000Z-" + shape,
        shape.toString(),
        "shadow",
        "http://127.0.0.1:8000",
        true,
        Optional.empty(),
        Optional.empty(),
        Instant.parse("2026-01-01T00:00:00Z"),
        Duration.ofSeconds(10L * phases.size()),
        Optional.empty(),
        new Load(shape, pace(), 50, Duration.ofSeconds(10)),
        Shares.NONE,
        List.of(),
        Map.of(),
        Optional.of(
            new InjectorHealth(
                Duration.ofSeconds(10),
                processCpu,
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                0,
                Duration.ZERO,
                Optional.empty())),
        Optional.empty(),
        arrivals,
        ending,
        timeline,
        phases,
        endpoints,
        List.of(),
        Optional.empty(),
        Optional.empty());
  }

  private Pace pace() {
    Duration length = Duration.ofSeconds(10);
    return switch (shape) {
      case PROBE, LOAD, SOAK ->
          arrivals.isPresent()
              ? new Pace.Constant(10, length)
              : new Pace.Closed(1, OptionalInt.empty(), Optional.of(length), Pause.NONE);
      case CHAOS -> new Pace.Constant(10, length);
      case STRESS -> new Pace.Steps(10, 10, 3, length);
      case SPIKE -> new Pace.Peak(10, 50, length, length, length);
      case CAPACITY -> new Pace.Search(10, 1_000, length);
      case COMPARE -> new Pace.Pairs(1, 1_000);
    };
  }
}

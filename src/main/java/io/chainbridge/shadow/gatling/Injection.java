package io.chainbridge.shadow.gatling;

import io.chainbridge.shadow.load.Arrivals;
import io.chainbridge.shadow.load.Arrivals.Arrival;
import io.chainbridge.shadow.load.Stage;
import io.chainbridge.shadow.record.RunRecorder;
import io.gatling.core.controller.inject.open.OpenInjectionProfile;
import io.gatling.core.controller.inject.open.OpenInjectionStep;
import io.gatling.javaapi.core.PopulationBuilder;
import io.gatling.javaapi.core.ScenarioBuilder;
import io.gatling.javaapi.core.internal.Converters;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import scala.collection.Iterator;
import scala.concurrent.duration.FiniteDuration;
import scala.jdk.javaapi.CollectionConverters;

/**
 * The arrivals of an open model as Gatling injects them. Gatling's own injection steps are fixed
 * before the run; this one is asked, about a second ahead, for the next users as they become due,
 * so that rates can follow what is measured, and a run that is over ends. Thread-safe.
 */
final class Injection {
  /** The same arrivals in every run, but for those of other shards. */
  private static final long SEED = 42;

  private final Run run;
  private final RunRecorder recorder;
  private final Arrivals arrivals;
  private final Queue<Arrival> due = new ConcurrentLinkedQueue<>();
  private final Set<Stage> cut =
      Collections.synchronizedSet(Collections.newSetFromMap(new IdentityHashMap<>()));
  private final Connections connections;
  private volatile boolean stopped;
  private volatile long cutShortMs;
  private volatile long startMs;
  private volatile Duration ahead = Duration.ZERO;

  Injection(Supplier<Optional<Stage>> stages, Run run) {
    this.run = run;
    this.recorder = run.recorder();
    this.connections = Connections.ofArrivals(run.target(), run.settings().timeout());
    this.arrivals =
        new Arrivals(stages, new Bookkeeping(), SEED + run.settings().share().part().number() - 1);
  }

  private final class Bookkeeping implements Arrivals.Listener {
    @Override
    public void begins(Stage stage, Duration offset) {
      run.expectation().begins(stage);
      recorder.phaseBegins(stage.name(), stage.judged(), stage.rate(), at(offset));
    }

    @Override
    public void ended(Stage stage, Duration offset) {
      boolean early = stopped || cut.contains(stage);
      recorder.phaseEnds(stage.name(), early ? Math.min(at(offset), cutShortMs) : at(offset));
    }
  }

  private long at(Duration offset) {
    return startMs + offset.toMillis();
  }

  /** The scenario with these arrivals. */
  PopulationBuilder of(ScenarioBuilder scenario) {
    return new PopulationBuilder(
        scenario.wrapped.inject(
            new OpenInjectionProfile(
                CollectionConverters.asScala(List.<OpenInjectionStep>of(new Step())).toList())));
  }

  /** Gatling's trait is sealed for the Scala compiler alone, and serializable for nothing here. */
  @SuppressWarnings("serial")
  private final class Step implements OpenInjectionStep {
    @Override
    public Iterator<FiniteDuration> chain(Iterator<FiniteDuration> next) {
      Instant now = Instant.now();
      Instant start = run.start().whenReady(now);
      startMs = start.toEpochMilli();
      ahead = Duration.between(now, start);
      run.injectionBegins(start);
      return CollectionConverters.asScala(offsets());
    }

    @Override
    public long users() {
      return 1; // nobody knows yet; more than none
    }

    @Override
    public FiniteDuration duration() {
      return Converters.toScalaDuration(Duration.ZERO);
    }

    @Override
    public int productArity() {
      return 0;
    }

    @Override
    public Object productElement(int index) {
      throw new IndexOutOfBoundsException(index);
    }

    @Override
    public boolean canEqual(Object other) {
      return other == this;
    }
  }

  /** When users are due, from the start of injection; each that is asked for will begin. */
  java.util.Iterator<FiniteDuration> offsets() {
    return new Offsets();
  }

  private final class Offsets implements java.util.Iterator<FiniteDuration> {
    /** Of a failure Gatling's injector would take note, and ask again each second for ever. */
    @Override
    public boolean hasNext() {
      try {
        return arrivals.hasNext();
      } catch (RuntimeException e) {
        run.end().breakOff("the arrivals could not be planned: " + e);
        return false;
      }
    }

    @Override
    public FiniteDuration next() {
      Arrival arrival = arrivals.next();
      due.add(arrival);
      recorder.due(arrival.stage().name(), at(arrival.offset()));
      return Converters.toScalaDuration(ahead.plus(arrival.offset()));
    }
  }

  /**
   * Called by a user who begins: which of those due it is.
   *
   * @return empty if it is no longer wanted, or if so many requests are under way that there can be
   *     no connection for it; the latter counts as an arrival that was not made
   */
  Optional<Arrival> arrive() {
    @Nullable Arrival arrival = due.poll();
    if (arrival == null) {
      return Optional.empty();
    }
    if (stopped || cut.contains(arrival.stage())) {
      recorder.notDue(arrival.stage().name());
      return Optional.empty();
    }
    long now = System.currentTimeMillis();
    if (!connections.take(now)) {
      return Optional.empty();
    }
    recorder.arrived(arrival.stage().name(), at(arrival.offset()), now);
    return Optional.of(arrival);
  }

  /**
   * Called by each user who had arrived, after the answer.
   *
   * @param request that was made
   */
  void leave(NextRequest request) {
    connections.giveBack(
        request.stopwatch().millis(), request.isSent(), System.currentTimeMillis());
  }

  /** Ends the run: nobody else arrives. */
  void stop() {
    cutShortMs = System.currentTimeMillis();
    stopped = true;
    arrivals.stop();
  }

  /** Ends a stage before its time. */
  void cut(Stage stage) {
    cutShortMs = System.currentTimeMillis();
    cut.add(stage);
    arrivals.cut(stage);
  }
}

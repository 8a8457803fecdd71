package io.chainbridge.shadow.gatling;

import io.chainbridge.shadow.budget.Endpoint;
import io.chainbridge.shadow.budget.Gate;
import io.chainbridge.shadow.record.Ending;
import io.chainbridge.shadow.record.InjectorHealth;
import io.chainbridge.shadow.record.PairRecorder;
import io.chainbridge.shadow.record.RunRecorder;
import io.chainbridge.shadow.service.MeasuredService;
import io.chainbridge.shadow.service.Targets;
import io.chainbridge.shadow.settings.Settings;
import io.chainbridge.shadow.settings.Shape;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * One run in this process, from its settings to its end. What Gatling's threads and the shutdown
 * hook share is thread-safe.
 */
final class Run {
  /** Whoever stops a process does not wait for ever. */
  private static final Duration LONGEST_ENDING = Duration.ofSeconds(30);

  private final String simulation;
  private final Settings settings;
  private final Gate gate;
  private final Targets targets;
  private final URI uri;
  private final List<Endpoint> endpoints;
  private final RunRecorder recorder;
  private final PairRecorder pairs = new PairRecorder();
  private final Calibration calibration = new Calibration(this::mayCalibrate);
  private final ContractChecking checking;
  private final Expectation expectation;
  private final Optional<Progress> progress;
  private final MeasuringTime time;

  /** The thread in which Gatling runs. */
  private final Thread gatling = Thread.currentThread();

  private final AtomicBoolean begun = new AtomicBoolean();
  private final CountDownLatch ended = new CountDownLatch(1);
  private volatile Optional<GatlingFolder> folder = Optional.empty();
  private volatile Optional<Ending> failure = Optional.empty();
  private volatile Optional<Ending> decision = Optional.empty();
  private volatile Runnable stopping = () -> {};
  private volatile Runnable looking = () -> {};
  private volatile Optional<Watch> watch = Optional.empty();
  private volatile boolean stopped;

  Run(String simulation, Settings settings, Gate gate, Targets targets) {
    this.simulation = simulation;
    this.settings = settings;
    this.gate = gate;
    this.targets = targets;
    this.uri = targets.candidate().uri();
    this.endpoints =
        targets.baseline().isPresent() ? Twins.with(gate.endpoints()) : gate.endpoints();
    this.recorder = new RunRecorder(endpoints);
    this.checking = ContractChecking.in(settings.shape(), recorder);
    this.expectation = new Expectation(settings, gate, endpoints, recorder);
    this.time = new MeasuringTime(settings.pace());
    this.progress =
        settings.progress() ? Optional.of(Progress.toConsole(progressLine())) : Optional.empty();
  }

  private ProgressLine progressLine() {
    return new ProgressLine(gate, settings.pace().length(), expectation.requests());
  }

  /** Waits for the targets, and ends the process if one does not answer. */
  void awaitTargets() {
    Optional<String> silence = targets.await(gate);
    if (silence.isPresent()) {
      if (!stopped) {
        failure = Optional.of(new Ending(Ending.Kind.UNREACHABLE, silence.get()));
      }
      System.exit(Conclusion.COULD_NOT_RUN);
    }
    if (settings.gatlingReport()) {
      folder = Optional.of(GatlingFolder.claim(GatlingFolder.RESULTS));
    }
  }

  /** What to do from time to time while it goes on. */
  void whenLooking(Runnable action) {
    looking = action;
  }

  /** Looks how it goes on. */
  void look() {
    looking.run();
    progress.ifPresent(line -> line.look(time.elapsed(), recorder::standing));
    if (settings.stopEarly() && settings.shape() != Shape.CAPACITY) {
      expectation.certainBreach().ifPresent(this::decide);
    }
  }

  /** What to do so that the load ends. */
  void whenStopping(Runnable action) {
    stopping = action;
  }

  /** Whether there is to be another round of silent requests. */
  boolean mayWarmUp() {
    userBegins();
    return !stopped && time.mayWarmUp();
  }

  /** The first has things to do. */
  private void userBegins() {
    if (begun.compareAndSet(false, true)) {
      folder.ifPresent(GatlingFolder::close);
    }
  }

  /** Whether there is to be another request. */
  boolean mayMeasure() {
    return !stopped && time.lasts();
  }

  /** Called by each virtual user after its warm-up; the first is what counts. */
  void userMeasures() {
    userBegins();
    if (time.begins()) {
      watch = Optional.of(Watch.over(this));
    }
  }

  /** Says no more how it goes. */
  void fallSilent() {
    progress.ifPresent(Progress::close);
  }

  /** Called when Gatling has made all requests and closed its log. */
  void ended() {
    time.ends();
    watch.ifPresent(Watch::close);
    fallSilent();
    checking.close();
    ended.countDown();
  }

  /** The verdict can no longer change: ends the load. The first reason counts. */
  void decide(String reason) {
    end(new Ending(Ending.Kind.DECIDED, reason));
  }

  /** Something went wrong on our side: ends the load. The first reason counts. */
  void breakOff(String reason) {
    end(new Ending(Ending.Kind.INCOMPLETE, reason));
  }

  private synchronized void end(Ending ending) {
    if (decision.isEmpty() && !stopped) {
      decision = Optional.of(ending);
      stop();
    }
  }

  private void stop() {
    stopped = true;
    stopping.run();
  }

  /**
   * Stops a run that is still going, and waits for the requests under way, so that Gatling writes
   * down what was measured. Does nothing when Gatling has ended, or has crashed.
   *
   * @return whether there was something to stop
   */
  boolean interrupt() {
    if (ended.getCount() == 0 || failure.isPresent()) {
      return false;
    }
    if (crashed()) {
      failure = Optional.of(new Ending(Ending.Kind.INCOMPLETE, "Gatling crashed; see above"));
      return false;
    }
    stop();
    if (begun.get()) {
      awaitEnd();
    }
    failure =
        Optional.of(new Ending(Ending.Kind.INTERRUPTED, "the run was stopped before its end"));
    return true;
  }

  /** Nobody stopped Gatling if it is its own thread that has ended, or that ends the process. */
  private boolean crashed() {
    return !gatling.isAlive()
        || Arrays.stream(gatling.getStackTrace())
            .anyMatch(
                frame ->
                    frame.getClassName().equals(Runtime.class.getName())
                        && frame.getMethodName().equals("exit"));
  }

  private void awaitEnd() {
    try {
      long bound =
          Math.min(
              settings.timeout().multipliedBy(2).plusSeconds(5).toMillis(),
              LONGEST_ENDING.toMillis());
      if (!ended.await(bound, TimeUnit.MILLISECONDS)) {
        System.err.println("Gatling did not end within " + bound + " ms");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Ends the services that this run started. */
  void releaseTargets() {
    targets.close();
  }

  /** What services have written that this run started by a command, by the name it is to have. */
  Map<String, Path> serviceLogs() {
    return targets.logs();
  }

  Optional<InjectorHealth> injectorHealth() {
    return time.injectorHealth().map(health -> health.withNoise(calibration.found()));
  }

  /** Finds out what the injector can resolve. */
  Calibration calibration() {
    return calibration;
  }

  private boolean mayCalibrate() {
    userBegins();
    return settings.noiseFloor() && !stopped;
  }

  String simulation() {
    return simulation;
  }

  Settings settings() {
    return settings;
  }

  Gate gate() {
    return gate;
  }

  URI target() {
    return uri;
  }

  /** What the target is compared with. */
  Optional<URI> baseline() {
    return targets.baseline().map(MeasuredService::uri);
  }

  /** What is asked: the gate's endpoints, and in a comparison their twins. */
  List<Endpoint> endpoints() {
    return endpoints;
  }

  RunRecorder recorder() {
    return recorder;
  }

  PairRecorder pairs() {
    return pairs;
  }

  ContractChecking checking() {
    return checking;
  }

  Expectation expectation() {
    return expectation;
  }

  /** How the run ended, if not in order. */
  Optional<Ending> failure() {
    return failure;
  }

  /** Why the run ended itself before its time: its verdict was certain, or it could not go on. */
  Optional<Ending> decision() {
    return decision;
  }

  Optional<GatlingFolder> folder() {
    return folder;
  }
}

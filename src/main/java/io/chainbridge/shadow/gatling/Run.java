package io.chainbridge.shadow.gatling;

import io.chainbridge.shadow.budget.Endpoint;
import io.chainbridge.shadow.budget.Gate;
import io.chainbridge.shadow.fault.FaultException;
import io.chainbridge.shadow.live.LiveStream;
import io.chainbridge.shadow.live.StreamedRun;
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
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * One run in this process, from its settings to its end. What Gatling's threads and the shutdown
 * hook share is thread-safe.
 */
final class Run {
  private final String simulation;
  private final Settings settings;
  private final Gate gate;
  private final String budgetsDigest;
  private final Targets targets;
  private final Host host;
  private final URI uri;
  private final Optional<URI> baseline;
  private final List<Endpoint> endpoints;
  private final RunRecorder recorder;
  private final LiveStream stream;
  private final PairRecorder pairs = new PairRecorder();
  private final Calibration calibration = new Calibration(this::mayCalibrate);
  private final ContractChecking checking;
  private final Expectation expectation;
  private final Optional<Progress> progress;
  private final StartTime start;
  private final MeasuringTime time;

  private final RunEnd end = new RunEnd();
  private final Optional<Faults> faults;
  private final AtomicBoolean begun = new AtomicBoolean();
  private volatile Optional<Revision> revision = Optional.empty();
  private volatile Optional<GatlingFolder> folder = Optional.empty();
  private volatile Runnable looking = () -> {};
  private volatile Optional<Watch> watch = Optional.empty();

  Run(
      String simulation,
      Settings settings,
      Gate gate,
      String budgetsDigest,
      Targets targets,
      Host host) {
    this.simulation = simulation;
    this.settings = settings;
    this.gate = gate;
    this.budgetsDigest = budgetsDigest;
    this.targets = targets;
    this.host = host;
    this.uri = targets.candidate().uri();
    this.baseline = targets.baseline().map(MeasuredService::uri);
    this.endpoints =
        targets.baseline().isPresent() ? Twins.with(gate.endpoints()) : gate.endpoints();
    this.recorder = new RunRecorder(endpoints);
    this.stream =
        settings.live().map(live -> LiveStream.to(live, streamed())).orElse(LiveStream.NONE);
    this.checking =
        host == Host.GATLING_ENTERPRISE
            ? ContractChecking.ofEveryAnswer(recorder)
            : ContractChecking.in(settings.shape(), recorder, this::checkFailed);
    this.expectation = new Expectation(settings, gate, endpoints, recorder, calibration::found);
    this.start = new StartTime(settings.startAt());
    this.time = new MeasuringTime(settings.pace());
    this.faults =
        settings.shape() == Shape.CHAOS
            ? Optional.of(new Faults(settings, gate, uri, end, targets.candidate().database()))
            : Optional.empty();
    this.progress =
        settings.progress() ? Optional.of(Progress.toConsole(progressLine())) : Optional.empty();
  }

  /** What is wrong with us, not with an answer, must not look like answers that nobody checked. */
  private void checkFailed(Throwable failure) {
    failure.printStackTrace();
    end.breakOff("an answer could not be checked against its contract: " + failure);
  }

  private StreamedRun streamed() {
    return new StreamedRun(
        simulation, gate.name(), Instant.now(), endpoints.stream().map(Endpoint::name).toList());
  }

  private ProgressLine progressLine() {
    return new ProgressLine(gate, settings.pace().length(), expectation.requests());
  }

  /**
   * Waits for the targets, and ends the run if one does not answer. Meanwhile looks up what is
   * checked out: later it would take its time from what is measured, or from whoever waits for the
   * verdict.
   */
  void awaitTargets() {
    CompletableFuture<Revision> checkedOut = CompletableFuture.supplyAsync(Revision::here);
    Optional<String> silence = targets.await(gate).or(this::prepareFaults);
    revision = Optional.of(checkedOut.join());
    if (silence.isPresent()) {
      if (host == Host.GATLING_ENTERPRISE) {
        throw new IllegalStateException(silence.get());
      }
      end.unreachable(silence.get());
      System.exit(Conclusion.COULD_NOT_RUN);
    }
    if (host == Host.ITS_OWN && settings.gatlingReport()) {
      folder = Optional.of(GatlingFolder.claim(GatlingFolder.RESULTS));
    }
  }

  /** Why there can be no faults; empty if there can, or are to be none. */
  private Optional<String> prepareFaults() {
    try {
      if (faults.isPresent()) {
        faults.get().prepare();
      }
      return Optional.empty();
    } catch (FaultException e) {
      return Optional.of(e.getMessage());
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
      expectation.certainBreach().ifPresent(end::decide);
    }
  }

  /** Whether there is to be another round of silent requests. */
  boolean mayWarmUp() {
    userBegins();
    return !end.isNear() && time.mayWarmUp();
  }

  /** The first has things to do. */
  private void userBegins() {
    if (begun.compareAndSet(false, true)) {
      folder.ifPresent(GatlingFolder::close);
    }
  }

  /** Whether there is to be another request. */
  boolean mayMeasure() {
    return !end.isNear() && time.lasts();
  }

  /** Called by each virtual user after its warm-up; the first is what counts. */
  void userMeasures() {
    userBegins();
    if (time.begins()) {
      start.warning().ifPresent(warning -> System.err.println("warning: " + warning));
      watch = Optional.of(Watch.over(this));
    }
  }

  /** Says no more how it goes. */
  void fallSilent() {
    progress.ifPresent(Progress::close);
  }

  /** Called when the first arrival of an open model is planned. */
  void injectionBegins(Instant start) {
    faults.ifPresent(some -> some.start(start));
  }

  /** Called when Gatling has made all requests and closed its log. */
  void ended() {
    time.ends();
    try {
      watch.ifPresent(Watch::close);
      fallSilent();
      faults.ifPresent(Faults::stop);
      checking.close();
    } finally {
      end.reached();
    }
    CompletableFuture<Void> unused = releaseTargets(); // which end while Gatling writes its report
  }

  /**
   * Stops a run that is still going, as {@link RunEnd#interrupt} does, and waits for what is under
   * way once there is something.
   */
  boolean interrupt() {
    return end.interrupt(
        () -> begun.get() ? settings.timeout().multipliedBy(2).plusSeconds(5) : Duration.ZERO);
  }

  /** How it ends. */
  RunEnd end() {
    return end;
  }

  /**
   * Begins to end the services that this run started. May be repeated.
   *
   * @return completes when they have ended
   */
  CompletableFuture<Void> releaseTargets() {
    faults.ifPresent(Faults::close);
    return CompletableFuture.runAsync(targets::close);
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
    return settings.noiseFloor() && !end.isNear();
  }

  /** Whose process it is in. */
  Host host() {
    return host;
  }

  /** When it begins to measure. */
  StartTime start() {
    return start;
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

  String budgetsDigest() {
    return budgetsDigest;
  }

  /** What is checked out. */
  Revision revision() {
    return revision.orElseGet(Revision::here);
  }

  URI target() {
    return uri;
  }

  /** What the target is compared with. */
  Optional<URI> baseline() {
    return baseline;
  }

  /** What is made to go wrong, where the load shape is about that. */
  Optional<Faults> faults() {
    return faults;
  }

  /** What is asked: the gate's endpoints, and in a comparison their twins. */
  List<Endpoint> endpoints() {
    return endpoints;
  }

  RunRecorder recorder() {
    return recorder;
  }

  /** Where its figures go while it lasts. */
  LiveStream stream() {
    return stream;
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

  Optional<GatlingFolder> folder() {
    return folder;
  }
}

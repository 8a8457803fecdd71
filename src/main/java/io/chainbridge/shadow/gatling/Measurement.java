package io.chainbridge.shadow.gatling;

import io.chainbridge.shadow.record.ArrivalCount;
import io.chainbridge.shadow.record.Baseline;
import io.chainbridge.shadow.record.Ending;
import io.chainbridge.shadow.record.EndpointRecord;
import io.chainbridge.shadow.record.GatlingLog;
import io.chainbridge.shadow.record.LiveMetrics;
import io.chainbridge.shadow.record.Load;
import io.chainbridge.shadow.record.RunRecord;
import io.chainbridge.shadow.record.RunRecorder;
import io.chainbridge.shadow.record.RunShare;
import io.chainbridge.shadow.record.Shares;
import io.chainbridge.shadow.settings.Settings;
import io.chainbridge.shadow.settings.Share;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** What a run measured, as one record. */
final class Measurement {
  private final Run run;
  private final RunRecorder recorder;

  Measurement(Run run) {
    this.run = run;
    this.recorder = run.recorder();
  }

  /**
   * All of it.
   *
   * @param streamed what became of the figures that went elsewhere while it lasted
   */
  RunRecord record(Optional<LiveMetrics> streamed) {
    Settings settings = run.settings();
    Revision revision = run.revision();
    return new RunRecord(
        "",
        run.simulation(),
        run.gate().name(),
        run.target().toString(),
        settings.baseUrl().isEmpty(),
        revision.commit(),
        revision.branch(),
        recorder.start().orElseGet(Instant::now),
        recorder.duration(),
        Optional.of(run.budgetsDigest()),
        new Load(settings.shape(), settings.pace(), settings.warmup(), settings.timeout()),
        shares(),
        settings.resolved(),
        environment(),
        run.injectorHealth(),
        streamed,
        recorder.arrivals(),
        ending(),
        recorder.timeline().of(name -> !Twins.isOne(name)),
        recorder.phases(),
        endpoints(name -> !Twins.isOne(name)),
        List.of(),
        run.baseline().map(this::baseline),
        run.faults().map(faults -> faults.injected(recorder.start().orElseGet(Instant::now))));
  }

  private Shares shares() {
    Share share = run.settings().share();
    return share.equals(Share.ALL)
        ? Shares.NONE
        : Shares.of(
            List.of(
                new RunShare(
                    share,
                    "",
                    recorder.start().orElseGet(Instant::now),
                    recorder.duration(),
                    keptUp())));
  }

  private boolean keptUp() {
    return recorder.phases().stream().allMatch(phase -> phase.arrivals().keptUp())
        && recorder.arrivals().map(ArrivalCount::keptUp).orElse(true);
  }

  private List<EndpointRecord> endpoints(Predicate<String> wanted) {
    return recorder.endpoints().stream().filter(endpoint -> wanted.test(endpoint.name())).toList();
  }

  private Baseline baseline(URI target) {
    return new Baseline(
        target.toString(),
        run.settings().baseline().url().isEmpty(),
        endpoints(Twins::isOne).stream()
            .map(twin -> twin.withName(Twins.original(twin.name())))
            .toList(),
        run.pairs().pairs());
  }

  private Ending ending() {
    return run.end()
        .failure()
        .or(run.end()::decision)
        .or(() -> run.expectation().lack().map(this::incomplete))
        .orElse(Ending.COMPLETE);
  }

  private Ending incomplete(String lack) {
    return new Ending(Ending.Kind.INCOMPLETE, lack + crashes());
  }

  private String crashes() {
    return recorder.crashes().keySet().stream()
        .findFirst()
        .map(message -> "; Gatling says: " + message.strip())
        .orElse("");
  }

  private static Map<String, String> environment() {
    return Map.of(
        "gatling", GatlingLog.GATLING_VERSION,
        "java", System.getProperty("java.vm.version"),
        "os",
            "%s %s %s"
                .formatted(
                    System.getProperty("os.name"),
                    System.getProperty("os.version"),
                    System.getProperty("os.arch")),
        "processors", String.valueOf(Runtime.getRuntime().availableProcessors()));
  }
}

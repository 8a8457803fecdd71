package io.chainbridge.shadow.gatling;

import io.chainbridge.shadow.record.Ending;
import io.chainbridge.shadow.record.EndpointRecord;
import io.chainbridge.shadow.record.GatlingLog;
import io.chainbridge.shadow.record.Load;
import io.chainbridge.shadow.record.LogEnding;
import io.chainbridge.shadow.record.RunRecord;
import io.chainbridge.shadow.record.RunRecorder;
import io.chainbridge.shadow.settings.Settings;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a run measured: Gatling's log and the checks' tally as one record. */
final class Measurement {
  private final Run run;
  private final RunRecorder recorder;

  Measurement(Run run) {
    this.run = run;
    this.recorder = new RunRecorder(run.gate().endpoints());
  }

  RunRecord record() {
    Optional<String> loss = readLog();
    Settings settings = run.settings();
    List<EndpointRecord> endpoints =
        run.gate().endpoints().stream()
            .map(
                endpoint ->
                    recorder.record(
                        endpoint,
                        run.tally().sizes(endpoint.name()),
                        run.tally().violations(endpoint.name())))
            .toList();
    return new RunRecord(
        "",
        run.simulation(),
        run.gate().name(),
        run.target().toString(),
        settings.baseUrl().isEmpty(),
        Commit.find(System.getenv(), Path.of("")),
        recorder.start().orElseGet(Instant::now),
        recorder.duration(),
        new Load(settings.iterations(), settings.users(), settings.warmup(), settings.timeout()),
        settings.resolved(),
        environment(),
        run.injectorHealth(),
        ending(endpoints, loss),
        recorder.timeline(),
        endpoints);
  }

  /** What is lost of the log; empty if nothing is. */
  private Optional<String> readLog() {
    Optional<Path> log =
        run.folder().flatMap(GatlingFolder::path).map(path -> path.resolve("simulation.log"));
    if (log.isEmpty()) {
      return Optional.of("Gatling wrote no log below " + GatlingFolder.RESULTS);
    }
    try {
      LogEnding end = GatlingLog.read(log.get(), recorder).ending();
      return end instanceof LogEnding.Complete
          ? Optional.empty()
          : Optional.of("%s: %s".formatted(log.get(), end.text()));
    } catch (IOException e) {
      return Optional.of("Gatling's log cannot be read: " + e.getMessage());
    }
  }

  private Ending ending(List<EndpointRecord> endpoints, Optional<String> loss) {
    if (run.failure().isPresent()) {
      return run.failure().get();
    }
    if (loss.isPresent()) {
      return new Ending(Ending.Kind.INCOMPLETE, loss.get());
    }
    int planned = run.settings().iterations();
    return endpoints.stream()
        .filter(endpoint -> endpoint.requests() != planned)
        .findFirst()
        .map(
            endpoint ->
                new Ending(
                    Ending.Kind.INCOMPLETE,
                    "%s has %d of %d requests%s"
                        .formatted(endpoint.name(), endpoint.requests(), planned, crashes())))
        .orElse(Ending.COMPLETE);
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

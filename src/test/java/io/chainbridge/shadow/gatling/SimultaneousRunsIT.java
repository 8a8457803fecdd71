package io.chainbridge.shadow.gatling;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two runs at once in one checkout. */
class SimultaneousRunsIT {

  @Test
  void eachJudgesItsOwnRequestsAndLeavesItsOwnFolder(@TempDir Path folder) throws IOException {
    Budget budget = new Budget().endpoint("asked");
    try (Target well = Target.start().on("/asked", Answer.json("{}"));
        Target ill = Target.start().on("/asked", Answer.status(500));
        RunningGate first =
            GateRun.in(folder).against(well).with("iterations", 30).withBudget(budget).start();
        RunningGate second =
            GateRun.in(folder).against(ill).with("iterations", 40).withBudget(budget).start()) {
      GateResult passed = first.result();
      GateResult breached = second.result();

      assertThat(passed.exitCode()).as(passed::console).isZero();
      assertThat(passed.out()).contains("Verdict: passed");
      assertThat(breached.exitCode()).as(breached::console).isEqualTo(2);
      assertThat(breached.out()).contains("Verdict: breached");
      List<Path> runs = runs(folder.resolve("reports"));
      assertThat(runs).hasSize(2);
      seesRun(runs, well, 30, 0);
      seesRun(runs, ill, 40, 40);
      assertThat(folder.resolve("reports/history").toFile().list()).hasSize(2);
      assertThat(folder.resolve("reports/latest").toRealPath())
          .isIn(runs.get(0).toRealPath(), runs.get(1).toRealPath());
    }
  }

  private static void seesRun(List<Path> runs, Target target, int requests, int failures) {
    assertThat(runs)
        .filteredOn(run -> json(run).path("target").asText().equals(target.uri().toString()))
        .singleElement()
        .satisfies(
            run -> {
              JsonNode asked = json(run).at("/endpoints/0");
              assertThat(asked.path("requests").asInt()).isEqualTo(requests);
              assertThat(asked.path("failures").asInt()).isEqualTo(failures);
              assertThat(json(run).path("run_id").asText()).isEqualTo(run.getFileName().toString());
              assertThat(run.resolve("gatling/index.html")).isNotEmptyFile();
            });
  }

  private static List<Path> runs(Path reports) throws IOException {
    try (Stream<Path> entries = Files.list(reports)) {
      return entries
          .filter(entry -> Files.exists(entry.resolve("run.json")) && !Files.isSymbolicLink(entry))
          .toList();
    }
  }

  private static JsonNode json(Path run) {
    try {
      return new ObjectMapper().readTree(Files.readString(run.resolve("run.json")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

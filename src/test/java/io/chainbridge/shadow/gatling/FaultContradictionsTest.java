package io.chainbridge.shadow.gatling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.chainbridge.shadow.budget.BudgetFile;
import io.chainbridge.shadow.budget.Gate;
import io.chainbridge.shadow.settings.InvalidInputException;
import io.chainbridge.shadow.settings.Settings;
import io.chainbridge.shadow.settings.Shape;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What of a budget file does not go together with settings is said before any request. */
class FaultContradictionsTest {
  private static final String LATENCY =
      "{\"kind\": \"latency\", \"latency\": \"1s\", \"from\": \"5s\", \"until\": \"20s\"";

  @TempDir private Path folder;

  private List<String> problems(Map<String, String> properties, String... faults)
      throws IOException {
    Budget budget = new Budget().endpoint("stats");
    List.of(faults).forEach(budget::fault);
    Path file = Files.writeString(folder.resolve("gate.json"), budget.text());
    Gate gate = BudgetFile.readForJudging(file);
    Settings settings = Settings.read(Shape.CHAOS, properties, Map.of());
    InvalidInputException refused =
        catchThrowableOfType(
            InvalidInputException.class, () -> FaultContradictions.refuse(settings, gate));
    return refused == null ? List.of() : refused.problems();
  }

  @Test
  void aFileWithoutFaultsIsNotForChaos() throws IOException {
    assertThat(problems(Map.of()))
        .containsExactly(
            "budgets/shadow.json: has no faults, and Chaos is about them; add for example \"faults\": [{ \"kind\": \"latency\", \"latency\": \"200ms\", \"from\": \"10s\", \"until\": \"20s\" }]");
  }

  @Test
  void aFaultLiesWithinTheRun() throws IOException {
    assertThat(problems(Map.of("duration", "20s"), LATENCY + "}")).isEmpty();
    assertThat(problems(Map.of("duration", "19s"), LATENCY + "}"))
        .containsExactly(
            "-Dduration=19s: must be 20s or more for the fault latency of budgets/shadow.json, which lasts until 20s; for example -Dduration=30s");
    assertThat(problems(Map.of("duration", "28s"), LATENCY + ", \"max_recovery_s\": 4}"))
        .containsExactly(
            "-Dduration=28s: must be 29s or more for the fault latency of budgets/shadow.json, which lasts until 20s and has a max_recovery_s of 4s, which takes 5s to see; for example -Dduration=39s");
  }

  @Test
  void onlyTheEmbeddedServiceHasADatabaseToSlowDown() throws IOException {
    String slow = LATENCY.replace("\"latency\",", "\"database_latency\",") + "}";
    assertThat(problems(Map.of(), slow)).isEmpty();
    assertThat(problems(Map.of("baseUrl", "http://127.0.0.1:9"), slow))
        .containsExactly(
            "budgets/shadow.json: the fault database_latency is of the kind database_latency, which only the embedded reference service knows; leave out the base URL, or take latency in its place");
  }

  @Test
  void toxiproxyKnowsNoHttpAndNoLogNormal() throws IOException {
    Map<String, String> toxiproxy = Map.of("toxiproxy", "http://127.0.0.1:8474");
    assertThat(
            problems(
                toxiproxy,
                LATENCY + ", \"distribution\": \"log-normal\", \"sigma\": 1}",
                "{\"kind\": \"error\", \"from\": \"30s\", \"until\": \"40s\"}"))
        .containsExactly(
            "budgets/shadow.json: the fault latency has the distribution log-normal, and Toxiproxy knows only fixed and uniform; leave out -Dtoxiproxy, or take uniform in its place",
            "budgets/shadow.json: the fault error is of the kind error, and Toxiproxy knows no HTTP; leave out -Dtoxiproxy, or take reset in its place");
    assertThat(problems(toxiproxy, LATENCY + "}")).isEmpty();
  }
}

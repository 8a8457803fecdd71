package io.chainbridge.shadow.gatling;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the rows of a feeder make of a query and a body goes over the wire as it is. */
class FeederIT {
  private static final String BUDGET =
      """
      {"gate": "test", "limits": {"p95_latency_ms": 5000}, "endpoints": {"fed": {
        "method": "POST", "path": "/fed", "feeder": "rows.csv",
        "query": {"corridor": "#{corridor}"},
        "body": {"corridor": "#{corridor}", "limit": "#{limit}", "note": "#{limit} of #{corridor}"}}}}
      """;

  @TempDir Path folder;

  @Test
  void aVariantIsWhatIsSent() throws IOException {
    Files.createDirectories(folder.resolve("budgets"));
    Files.writeString(
        folder.resolve("budgets/rows.csv"),
        "corridor,limit\n\"Köln & \"\"#{limit}\"\" ${x}\",50\n");
    Set<String> seen = Collections.synchronizedSet(new HashSet<>());
    Answer answer =
        (exchange, number) -> {
          seen.add(exchange.getRequestURI().getRawQuery());
          seen.add(new String(exchange.getRequestBody().readAllBytes(), UTF_8));
          Answer.json("{}").to(exchange, number);
        };
    try (Target target = Target.start().on("/fed", answer)) {
      GateResult result = GateRun.in(folder).against(target).withBudget(BUDGET).run();

      assertThat(result.exitCode()).as(result::console).isZero();
      assertThat(target.requests("/fed")).isEqualTo(2 + 20);
      assertThat(seen)
          .containsExactlyInAnyOrder(
              "corridor=K%C3%B6ln%20%26%20%22%23%7Blimit%7D%22%20%24%7Bx%7D",
              "{\"corridor\":\"Köln & \\\"#{limit}\\\" ${x}\",\"limit\":50,"
                  + "\"note\":\"50 of Köln & \\\"#{limit}\\\" ${x}\"}");
    }
  }

  /** In the probe as under load. */
  @ParameterizedTest
  @ValueSource(strings = {"Probe", "Load"})
  void rowsTakeTurns(String simulation) throws IOException {
    Files.createDirectories(folder.resolve("budgets"));
    Files.writeString(folder.resolve("budgets/rows.csv"), "corridor,limit\nA,1\nB,2\nC,3\n");
    Map<String, Integer> seen = new ConcurrentHashMap<>();
    Answer answer =
        (exchange, number) -> {
          seen.merge(exchange.getRequestURI().getRawQuery(), 1, Integer::sum);
          Answer.json("{}").to(exchange, number);
        };
    try (Target target = Target.start().on("/fed", answer)) {
      GateResult result =
          GateRun.in(folder)
              .simulation(simulation)
              .against(target)
              .withBudget(BUDGET)
              .with("warmup", 0)
              .with("iterations", 30)
              .run();

      assertThat(result.exitCode()).as(result::console).isZero();
      assertThat(seen)
          .containsExactlyInAnyOrderEntriesOf(
              Map.of("corridor=A", 10, "corridor=B", 10, "corridor=C", 10));
    }
  }
}

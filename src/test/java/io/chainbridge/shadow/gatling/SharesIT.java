package io.chainbridge.shadow.gatling;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.chainbridge.shadow.cli.Commands;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/** A load that several processes make at once is the load that one would have made. */
@Isolated("processes have to begin at once")
class SharesIT {
  private static final String BUDGET =
      """
      {"gate": "test", "limits": {"p95_latency_ms": 5000}, "endpoints": {
        "fed": {"method": "GET", "path": "/fed", "feeder": "rows.csv", "query": {"row": "#{row}"}},
        "plain": {"method": "GET", "path": "/plain"}}}
      """;

  @TempDir Path folder;

  @Test
  void usersIterationsAndRowsAreSplitExactlyAndMergedToTheWhole() throws IOException {
    Map<String, Integer> rows = new ConcurrentHashMap<>();
    Answer fed =
        (exchange, number) -> {
          rows.merge(exchange.getRequestURI().getRawQuery(), 1, Integer::sum);
          Answer.json("{}").to(exchange, number);
        };
    Instant startAt = Instant.now().plus(Duration.ofSeconds(20)).truncatedTo(ChronoUnit.SECONDS);
    try (Target target = Target.start().on("/fed", fed).on("/plain", Answer.json("{}"))) {
      List<GateResult> shards = new ArrayList<>();
      List<RunningGate> running = new ArrayList<>();
      for (int number = 1; number <= 3; number++) {
        running.add(
            shard(number, 3)
                .against(target)
                .with("warmup", 0)
                .with("concurrency", 4)
                .with("iterations", 25)
                .with("startAt", startAt)
                .start());
      }
      for (RunningGate gate : running) {
        shards.add(gate.result());
        gate.close();
      }

      for (GateResult shard : shards) {
        assertThat(shard.exitCode()).as(shard::console).isZero();
        assertThat(shard.status()).isEqualTo("incomplete");
        assertThat(Instant.parse(shard.run().path("started_at").asText()))
            .isBetween(startAt, startAt.plusSeconds(10));
        assertThat(shard.folder().resolve("reports/history")).doesNotExist();
        assertThat(shard.reports().resolve("junit.xml")).doesNotExist();
      }
      assertThat(target.requests("/fed")).isEqualTo(25);
      assertThat(target.requests("/plain")).isEqualTo(25);
      assertThat(rows).hasSize(7);

      Commands merged = merge("one", "two", "three");
      assertThat(merged.status()).as(merged::said).isZero();
      JsonNode run = merged.json("run.json");
      assertThat(run.at("/endpoints/0/requests").asInt()).isEqualTo(25);
      assertThat(run.at("/endpoints/1/requests").asInt()).isEqualTo(25);
      assertThat(run.at("/shares/made")).hasSize(3);
      assertThat(merged.json("verdict.json").path("verdict").asText()).isEqualTo("passed");

      Commands less = merge("one", "three");
      assertThat(less.status()).isEqualTo(2);
      assertThat(less.said())
          .contains("- shard 2/3 of the load is missing")
          .contains("Verdict: incomplete");
      Commands allowed = merge("one", "three", "--allow-missing");
      assertThat(allowed.status()).isZero();
      assertThat(allowed.said()).contains("merged of 2 shards, without 1 (shard 2/3)");
    }
  }

  private GateRun shard(int number, int of) throws IOException {
    Path own = folder.resolve(List.of("one", "two", "three").get(number - 1));
    Files.createDirectories(own.resolve("budgets"));
    Files.writeString(own.resolve("budgets/rows.csv"), "row\n1\n2\n3\n4\n5\n6\n7\n");
    return GateRun.in(own).withBudget(BUDGET).with("shard", number + "/" + of);
  }

  private Commands merge(String... arguments) {
    List<String> all = new ArrayList<>(List.of("merge"));
    for (String argument : arguments) {
      all.add(
          argument.startsWith("--") ? argument : folder.resolve(argument + "/reports").toString());
    }
    all.addAll(List.of("--budgets", folder.resolve("one/budgets/test.json").toString()));
    return Commands.run(folder.resolve("merged"), all);
  }

  @Test
  void arrivalsAreSplitExactlyAndEachShardMakesOthers() throws IOException {
    try (Target target =
        Target.start().on("/fed", Answer.json("{}")).on("/plain", Answer.json("{}"))) {
      Instant startAt = Instant.now().plus(Duration.ofSeconds(20));
      try (RunningGate one = load(1, startAt, target);
          RunningGate two = load(2, startAt, target)) {
        assertThat(planned(one.result())).isEqualTo(37);
        assertThat(planned(two.result())).isEqualTo(38);
      }
      Commands merged = merge("one", "two");
      assertThat(merged.status()).as(merged::said).isZero();
      JsonNode run = merged.json("run.json");
      assertThat(run.at("/arrivals/planned").asInt()).isEqualTo(75);
      assertThat(run.at("/endpoints/0/requests").asInt()).isEqualTo(38);
      assertThat(run.at("/endpoints/1/requests").asInt()).isEqualTo(37);
    }
  }

  private RunningGate load(int number, Instant startAt, Target target) throws IOException {
    return shard(number, 2)
        .simulation("Load")
        .against(target)
        .with("rate", 25)
        .with("duration", "3s")
        .with("startAt", startAt)
        .start();
  }

  private static int planned(GateResult shard) {
    assertThat(shard.exitCode()).as(shard::console).isZero();
    return shard.run().at("/arrivals/planned").asInt();
  }

  @Test
  void fewerRowsThanShardsAreRefusedBeforeAnyRequest() throws IOException {
    try (Target target = Target.start().on("/fed", Answer.json("{}"))) {
      GateResult refused = shard(1, 8).against(target).with("concurrency", 8).run();
      assertThat(refused.exitCode()).isEqualTo(1);
      assertThat(refused.err().lines())
          .containsExactly(
              "-Dshard=1/8: the feeder of fed has 7 rows, too few for 8 shards; use fewer shards");
      assertThat(target.requests("/fed")).isZero();
    }
  }
}

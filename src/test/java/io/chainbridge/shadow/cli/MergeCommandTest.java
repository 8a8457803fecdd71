package io.chainbridge.shadow.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.chainbridge.shadow.record.ShardSample;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MergeCommandTest {
  private static final int SHARDS = 4;

  @TempDir Path folder;
  private Path shards;

  @BeforeEach
  void leaveShards() throws IOException {
    shards = folder.resolve("shards");
    ShardSample.write(shards, SHARDS, 1_000);
    Files.writeString(
        folder.resolve("budgets.json"),
        """
        {"gate": "shadow", "limits": {"p95_latency_ms": 75, "max_failure_rate": 0.05},
         "endpoints": {"stats": {"method": "GET", "path": "/iq/shadow/stats"},
                       "events": {"method": "GET", "path": "/iq/shadow/events"}}}
        """);
  }

  private Commands merge(String... arguments) {
    List<String> all = new ArrayList<>(List.of("merge"));
    all.addAll(List.of(arguments));
    all.addAll(List.of("--budgets", folder.resolve("budgets.json").toString()));
    return Commands.run(folder.resolve("reports"), all);
  }

  private Path shard(int number) {
    return shards.resolve("shard-" + number).resolve("run.json");
  }

  @Test
  void theWholeIsJudgedAndLeavesWhatAnyRunDoes() throws IOException {
    Commands merged = merge(shards.toString());

    assertThat(merged.status()).isZero();
    assertThat(merged.said()).contains("merged of 4 shards").contains("Verdict: passed");
    assertThat(merged.json("run.json").at("/endpoints/0/requests").asInt()).isEqualTo(2_000);
    assertThat(merged.json("verdict.json").path("verdict").asText()).isEqualTo("passed");
    try (Stream<Path> files = Files.list(merged.reports().resolve("latest").toRealPath())) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .contains("index.html", "summary.md", "junit.xml", "metrics.prom");
    }
    assertThat(merged.reports().resolve("history")).isNotEmptyDirectory();
  }

  @Test
  void theSameReportsComeOfTheMergedRecordAlone() throws IOException {
    Commands merged = merge(shards.toString());
    Path page = merged.reports().resolve("latest/index.html");
    String first = Files.readString(page);
    Main.commandLine()
        .execute(
            "report",
            merged.reports().resolve("latest/run.json").toString(),
            "--budgets",
            folder.resolve("budgets.json").toString());
    assertThat(Files.readString(page)).isEqualTo(first);
  }

  @Test
  void aTruncatedRecordIsNamedAndItsShareIsMissing() throws IOException {
    String whole = Files.readString(shard(3));
    Files.writeString(shard(3), whole.substring(0, whole.length() / 2));

    Commands merged = merge(shards.toString());

    assertThat(merged.status()).isEqualTo(2);
    assertThat(merged.said())
        .contains("warning: %s is left out: no JSON: Unexpected end-of-input".formatted(shard(3)))
        .contains("- shard 3/4 of the load is missing")
        .contains("Verdict: incomplete");
    assertThat(Files.readString(shard(3))).hasSize(whole.length() / 2);
    assertThat(merged.json("verdict.json").path("verdict").asText()).isEqualTo("incomplete");
  }

  @Test
  void damagedHistogramsAndOtherFilesAreLeftOutToo() throws IOException {
    Files.writeString(
        shard(1),
        Files.readString(shard(1)).replaceAll("(latency_histogram\" : \")HISTF", "$1AAAA"));
    Files.writeString(shard(2), "[]");
    Files.write(shard(4), new byte[] {0, 1, 2});

    Commands merged = merge(shards.toString(), "--allow-missing");

    assertThat(merged.status()).isZero();
    assertThat(merged.said())
        .contains("%s is left out: no HdrHistogram".formatted(shard(1)))
        .contains("%s is left out: schema_version: found".formatted(shard(2)))
        .contains("%s is left out: no JSON".formatted(shard(4)))
        .contains("merged of 1 shard, without 3 (shard 1/4, shard 2/4, shard 4/4)");
  }

  @Test
  void threeOfAThousandThatAreMissingAreNamed() throws IOException {
    Path many = folder.resolve("many");
    ShardSample.write(many, 1_000, 100);
    for (int number : List.of(7, 500, 1_000)) {
      Files.delete(many.resolve("shard-" + number).resolve("run.json"));
    }
    Commands merged = merge(many.toString());
    assertThat(merged.status()).isEqualTo(2);
    assertThat(merged.said())
        .contains("- shard 7/1000, shard 500/1000, shard 1000/1000 of the load are missing");
    Commands allowed = merge(many.toString(), "--allow-missing");
    assertThat(allowed.status()).isZero();
    assertThat(allowed.json("run.json").at("/endpoints/0/requests").asInt()).isEqualTo(997 * 50);
  }

  @Test
  void twoRecordsOfTheSameShardAreRefusedAndNothingIsWritten() throws IOException {
    Path again = Files.createDirectories(shards.resolve("zz")).resolve("run.json");
    Files.copy(shard(2), again);

    Commands merged = merge(shards.toString());

    assertThat(merged.status()).isEqualTo(1);
    assertThat(merged.said().lines())
        .containsExactly(
            "%s: is shard 2/4, as %s is; each share of a load counts once, leave one of the two out"
                .formatted(again, shard(2)));
    assertThat(merged.reports()).doesNotExist();
  }

  @Test
  void whereThereIsNoRecordTheMessageSaysSo() throws IOException {
    Path empty = Files.createDirectories(folder.resolve("empty"));
    assertThat(merge(empty.toString()).said().lines())
        .containsExactly(
            empty + ": no run.json in it or below; name the folders in which runs left theirs");
    assertThat(merge(folder.resolve("nowhere").toString()).said().lines())
        .containsExactly(
            folder.resolve("nowhere")
                + ": no such folder; name those in which runs left their run.json");
    Files.writeString(empty.resolve("run.json"), "{");
    assertThat(merge(empty.toString()).said())
        .contains("nothing to merge, since none of the records could be read");
    assertThat(merge(empty.toString()).status()).isEqualTo(1);
  }

  @Test
  void filesThemselvesMayBeNamedAndCountOnce() {
    Commands merged = merge(shard(1).toString(), shard(2).toString(), shards.toString());
    assertThat(merged.status()).as(merged.said()).isZero();
  }

  @Test
  void whatWasMergedBeforeMayLieBesideItsParts() throws IOException {
    Path all = folder.resolve("all");
    Files.createDirectories(all);
    Files.move(shards, all.resolve("shards"));
    Commands first = run(all, "merge", all.toString());
    assertThat(first.status()).as(first.said()).isZero();
    Commands again = run(all, "merge", all.toString());
    assertThat(again.status()).as(again.said()).isZero();
    assertThat(again.said()).contains("is left out: it is itself a merge of records that are here");
    assertThat(again.json("run.json").at("/endpoints/0/requests").asInt()).isEqualTo(2_000);
  }

  private Commands run(Path reports, String... arguments) {
    List<String> all = new ArrayList<>(List.of(arguments));
    all.addAll(List.of("--budgets", folder.resolve("budgets.json").toString()));
    return Commands.run(reports, all);
  }

  @Test
  void linksAreFollowedAndCountOnce() throws IOException {
    Path links = Files.createDirectories(folder.resolve("links"));
    for (int number = 1; number <= SHARDS; number++) {
      Files.createSymbolicLink(links.resolve("one-" + number), shard(number).getParent());
      Files.createSymbolicLink(links.resolve("two-" + number), shard(number).getParent());
    }
    Files.createSymbolicLink(links.resolve("loop"), links);
    Commands merged = merge(links.toString());
    assertThat(merged.status()).as(merged.said()).isZero();
  }

  @Test
  void aRegionThatIsMissingIsNamedAlsoWhereItMayBe() throws IOException {
    for (int number = 1; number <= 2; number++) {
      Files.writeString(
          shard(number),
          Files.readString(shard(number))
              .replace(
                  "\"shard\" : \"%d/4\"".formatted(number),
                  "\"region\" : \"r%d\"".formatted(number)));
    }
    Files.writeString(
        folder.resolve("budgets.json"),
        Files.readString(folder.resolve("budgets.json"))
            .replace(
                "\"endpoints\"",
                "\"regions\": {\"r1\": {}, \"r2\": {}, \"r3\": {}}, \"endpoints\""));
    Commands merged = merge(shard(1).toString(), shard(2).toString(), "--allow-missing");
    assertThat(merged.said()).contains("merged of 2 regions (r1, r2), without 1 (r3)");
    assertThat(merged.status()).isZero();
    Commands strict = merge(shard(1).toString(), shard(2).toString());
    assertThat(strict.said()).contains("- r3 of the load is missing");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          "started_at" : "2026-01-01T00:00:00Z" | "started_at" : "+99999-01-01T00:00:00Z" | started_at: found
          "interval_ms" : 1280 | "interval_ms" : 0 | interval_ms: found 0
          "interval_ms" : 1280 | "interval_ms" : 9223372036854775807 | interval_ms: found 9223372036854775807
          "contract_checks" : | "contract_checks" : -1, "x" : | contract_checks: found -1
          "gc_time_ms" : | "gc_time_ms" : "abc", "x" : | gc_time_ms: found "abc"
          "process_cpu_share" : | "process_cpu_share" : "NaN", "x" : | process_cpu_share: found "NaN"
          "shard" : "1/4" | "region" : "<b> x" | region: found no name
          "shard" : "1/4" | "shard" : "5/4" | no shard: 5/4
          "simulation" : "Load" | "simulation" : "../.." | simulation: found no name
          """)
  void aFigureThatCannotBeIsNamedAndItsRecordLeftOut(String text, String other, String problem)
      throws IOException {
    String json = Files.readString(shard(1));
    assertThat(json).contains(text);
    Files.writeString(shard(1), json.replace(text, other));
    Commands merged = merge(shards.toString());
    assertThat(merged.said()).contains("%s is left out: %s".formatted(shard(1), problem));
    assertThat(merged.status()).isEqualTo(2);
    assertThat(merged.said()).contains("shard 1/4 of the load is missing");
  }
}

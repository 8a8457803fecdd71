package io.chainbridge.shadow.record;

import io.chainbridge.shadow.bench.Bench;
import io.chainbridge.shadow.bench.ColdJvm;
import io.chainbridge.shadow.bench.Comparison;
import io.chainbridge.shadow.bench.Findings;
import io.chainbridge.shadow.bench.JsonReading;
import io.chainbridge.shadow.bench.Target;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How long a cold process takes to merge the records of shards, each of ten million requests to two
 * endpoints in 600 intervals, to judge the whole and to write all reports.
 */
public final class MergeCost implements Bench {
  private static final int REQUESTS = 10_000_000;
  private static final int ROUNDS = 5;

  @Override
  public void measure(Findings findings) throws IOException {
    measure(findings, 100, Optional.of(Target.atMost(1)));
    measure(findings, 1_000, Optional.of(Target.atMost(5)));
  }

  private static void measure(Findings findings, int shards, Optional<Target> target)
      throws IOException {
    Path folder = findings.folder("merge");
    Path records = Files.createDirectory(folder.resolve("shards"));
    long bytes = ShardSample.write(records, shards, REQUESTS);
    List<Double> ours = new ArrayList<>();
    List<Double> reading = new ArrayList<>();
    for (int round = 0; round < ROUNDS; round++) {
      reading.add(
          ColdJvm.seconds(JsonReading.class, JsonReading.DONE, List.of(records.toString())));
      ours.add(merged(folder, records));
    }
    findings.add(
        new Comparison(
            "%,d records of shards, %,d KB each, merged, judged and reported by a cold process"
                .formatted(shards, bytes / 1_024),
            "s",
            ours,
            "the same files read as JSON by a cold process",
            reading,
            target));
  }

  private static double merged(Path folder, Path records) throws IOException {
    Path budgets =
        Files.writeString(
            folder.resolve("budgets.json"),
            """
            {"gate": "shadow", "limits": {"p95_latency_ms": 75, "p99_latency_ms": 120},
             "endpoints": {"stats": {"method": "GET", "path": "/stats"},
                           "events": {"method": "GET", "path": "/events"}}}
            """);
    return ColdJvm.seconds(
        "Verdict: passed",
        List.of(
            "merge",
            records.toString(),
            "--budgets",
            budgets.toString(),
            "--reports",
            folder.resolve("reports").toString(),
            "--history",
            "none"));
  }
}

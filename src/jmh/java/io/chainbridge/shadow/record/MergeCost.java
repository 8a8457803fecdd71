package io.chainbridge.shadow.record;

import io.chainbridge.shadow.bench.Bench;
import io.chainbridge.shadow.bench.ColdJvm;
import io.chainbridge.shadow.bench.Comparison;
import io.chainbridge.shadow.bench.Findings;
import io.chainbridge.shadow.bench.JsonReading;
import io.chainbridge.shadow.bench.Target;
import io.chainbridge.shadow.cli.MergeTime;
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
  private static final String SAME_READ = "the same files read as JSON by a cold process";

  @Override
  public void measure(Findings findings) throws IOException {
    measure(findings, 100);
    measure(findings, 1_000);
  }

  private static void measure(Findings findings, int shards) throws IOException {
    Path folder = findings.folder("merge");
    Path records = Files.createDirectory(folder.resolve("shards"));
    long bytes = ShardSample.write(records, shards, REQUESTS);
    List<Double> merging = new ArrayList<>();
    List<Double> whole = new ArrayList<>();
    List<Double> reading = new ArrayList<>();
    for (int round = 0; round < findings.rounds(); round++) {
      reading.add(
          ColdJvm.seconds(JsonReading.class, JsonReading.DONE, List.of(records.toString())));
      merging.add(merging(records));
      whole.add(whole(folder, records));
    }
    String subject = "%,d records of shards, %,d KB each, ".formatted(shards, bytes / 1_024);
    findings.add(
        new Comparison(
            subject + "read and merged by cold code",
            "s",
            merging,
            SAME_READ,
            reading,
            shards == 100 ? Optional.of(Target.atMost(1)) : Optional.empty()));
    findings.add(
        new Comparison(
            subject + "merged, judged and reported by a cold process",
            "s",
            whole,
            SAME_READ,
            reading,
            shards == 100 ? Optional.empty() : Optional.of(Target.atMost(5))));
  }

  private static double merging(Path records) throws IOException {
    String said =
        ColdJvm.output(MergeTime.class, MergeTime.TOOK, List.of(records.toString())).strip();
    return Double.parseDouble(said.substring(said.lastIndexOf(' ')));
  }

  private static double whole(Path folder, Path records) throws IOException {
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

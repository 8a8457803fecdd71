package io.chainbridge.shadow.record;

import io.chainbridge.shadow.bench.Bench;
import io.chainbridge.shadow.bench.ColdJvm;
import io.chainbridge.shadow.bench.ColdReading;
import io.chainbridge.shadow.bench.Findings;
import io.chainbridge.shadow.bench.Target;
import io.chainbridge.shadow.cli.MergeTime;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * How long a cold process takes to merge the records of shards, each of ten million requests to two
 * endpoints in 600 intervals, to judge the whole and to write all reports.
 */
public final class MergeCost implements Bench {
  private static final int REQUESTS = 10_000_000;

  @Override
  public void measure(Findings findings) throws IOException {
    measure(findings, 100);
    measure(findings, 1_000);
  }

  private static void measure(Findings findings, int shards) throws IOException {
    Path folder = findings.folder("merge");
    Path records = Files.createDirectory(folder.resolve("shards"));
    long bytes = ShardSample.write(records, shards, REQUESTS);
    Path budgets = budgets(folder);
    ColdReading cost = new ColdReading(folder, records);
    for (int round = 0; round < findings.rounds(); round++) {
      cost.plus(
          ColdJvm.secondsWithin(ColdJvm.run(folder, MergeTime.class, records, budgets)),
          whole(folder, records, budgets));
    }
    String subject = "%,d records of shards, %,d KB each, ".formatted(shards, bytes / 1_024);
    cost.addTo(
        findings,
        subject + "read and merged by cold code, once the budget file is read",
        shards == 100 ? Optional.of(Target.atMost(1)) : Optional.empty(),
        subject + "merged, judged and reported by a cold process");
  }

  private static Path budgets(Path folder) throws IOException {
    return Files.writeString(
        folder.resolve("budgets.json"),
        """
        {"gate": "shadow", "limits": {"p95_latency_ms": 75, "p99_latency_ms": 120},
         "endpoints": {"stats": {"method": "GET", "path": "/stats"},
                       "events": {"method": "GET", "path": "/events"}}}
        """);
  }

  private static double whole(Path folder, Path records, Path budgets) throws IOException {
    return ColdJvm.commandLine()
        .run(
            folder,
            "merge",
            records.toString(),
            "--budgets",
            budgets.toString(),
            "--reports",
            folder.resolve("reports").toString(),
            "--history",
            "none")
        .seconds();
  }
}

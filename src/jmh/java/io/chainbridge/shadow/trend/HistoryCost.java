package io.chainbridge.shadow.trend;

import io.chainbridge.shadow.bench.Bench;
import io.chainbridge.shadow.bench.ColdJvm;
import io.chainbridge.shadow.bench.ColdReading;
import io.chainbridge.shadow.bench.Findings;
import io.chainbridge.shadow.bench.Target;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * How long it takes to read and judge 10,000 runs of ten limits, and how long the command {@code
 * trend} takes with that and its page, from the start of its JVM to its end.
 */
public final class HistoryCost implements Bench {
  private static final int RUNS = 10_000;

  @Override
  public void measure(Findings findings) throws IOException {
    Path folder = findings.folder("history");
    Path history = Files.createDirectory(folder.resolve("runs"));
    write(new History(history));
    ColdReading cost = new ColdReading(folder, history);
    for (int round = 0; round < findings.rounds(); round++) {
      cost.plus(
          ColdJvm.secondsWithin(ColdJvm.run(folder, JudgeTime.class, history)),
          trend(folder, history));
    }
    cost.addTo(
        findings,
        "10,000 runs of history, read and judged by cold code",
        Optional.of(Target.atMost(2)),
        "10,000 runs of history, judged and drawn by a cold process");
  }

  private static double trend(Path folder, Path history) throws IOException {
    return ColdJvm.commandLine()
        .run(
            folder,
            "trend",
            "--history",
            history.toString(),
            "--page",
            folder.resolve("trend.html").toString())
        .seconds();
  }

  private static void write(History history) throws IOException {
    for (PastRun run : Past.scattered(RUNS).toList()) {
      history.add(run);
    }
  }
}

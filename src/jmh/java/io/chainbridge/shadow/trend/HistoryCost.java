package io.chainbridge.shadow.trend;

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
 * How long the command {@code trend} takes to read and judge 10,000 runs of ten limits, and to
 * write its page, from the start of its JVM to its end.
 */
public final class HistoryCost implements Bench {
  private static final int RUNS = 10_000;

  @Override
  public void measure(Findings findings) throws IOException {
    Path folder = findings.folder("history");
    Path history = Files.createDirectory(folder.resolve("runs"));
    write(new History(history));
    List<Double> ours = new ArrayList<>();
    List<Double> reading = new ArrayList<>();
    for (int round = 0; round < findings.rounds(); round++) {
      reading.add(ColdJvm.run(folder, JsonReading.class, history).seconds());
      ours.add(trend(folder, history));
    }
    findings.add(
        new Comparison(
            "10,000 runs of history, judged and drawn by a cold process",
            "s",
            ours,
            "the same files read as JSON by a cold process",
            reading,
            Optional.of(Target.atMost(2))));
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

package io.chainbridge.shadow.trend;

import io.chainbridge.shadow.bench.Bench;
import io.chainbridge.shadow.bench.ColdJvm;
import io.chainbridge.shadow.bench.Comparison;
import io.chainbridge.shadow.bench.Findings;
import io.chainbridge.shadow.bench.JsonReading;
import io.chainbridge.shadow.bench.Program;
import io.chainbridge.shadow.bench.Target;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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
    List<Double> judging = new ArrayList<>();
    List<Double> parsing = new ArrayList<>();
    List<Double> whole = new ArrayList<>();
    List<Double> reading = new ArrayList<>();
    for (int round = 0; round < findings.rounds(); round++) {
      Program.Done read = ColdJvm.run(folder, JsonReading.class, history);
      parsing.add(ColdJvm.secondsWithin(read));
      reading.add(read.seconds());
      judging.add(ColdJvm.secondsWithin(ColdJvm.run(folder, JudgeTime.class, history)));
      whole.add(trend(folder, history));
    }
    findings.add(
        new Comparison(
            "10,000 runs of history, read and judged by cold code",
            "s",
            judging,
            "the same files read as JSON by cold code, once another is read",
            parsing,
            Optional.of(Target.atMost(2))));
    findings.add(
        new Comparison(
            "10,000 runs of history, judged and drawn by a cold process",
            "s",
            whole,
            "the same files read as JSON by a cold process",
            reading,
            Optional.empty()));
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

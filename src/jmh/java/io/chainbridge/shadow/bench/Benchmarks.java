package io.chainbridge.shadow.bench;

import io.chainbridge.shadow.gatling.CheckCost;
import io.chainbridge.shadow.record.MergeCost;
import io.chainbridge.shadow.trend.HistoryCost;
import io.chainbridge.shadow.verdict.ComparisonCost;
import io.chainbridge.shadow.verdict.ProofCost;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.regex.Pattern;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.results.format.ResultFormatType;
import org.openjdk.jmh.runner.NoBenchmarksException;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * Runs every JMH benchmark on the class path whose name matches, and leaves {@code benchmarks.md}
 * and JMH's own {@code benchmarks.json}.
 *
 * <p>A new benchmark needs no entry anywhere: a public class with a {@code @Benchmark} method under
 * {@code src/jmh/java} is enough. {@link CheckCost}, {@link HistoryCost} and {@link MergeCost},
 * which measure whole processes, and {@link ProofCost} and {@link ComparisonCost}, which simulate,
 * are run as well.
 */
public final class Benchmarks {
  private Benchmarks() {}

  /**
   * Runs them.
   *
   * @param args the folder to write to and a regular expression for the benchmarks' full names
   */
  public static void main(String[] args) throws IOException, RunnerException {
    if (args.length != 2) {
      throw new IllegalArgumentException(
          "two arguments are needed, for example: reports/bench LogReading");
    }
    Path folder = Files.createDirectories(Path.of(args[0]));
    Options options =
        new OptionsBuilder()
            .include(args[1])
            .shouldFailOnError(true)
            .resultFormat(ResultFormatType.JSON)
            .result(folder.resolve("benchmarks.json").toString())
            .build();
    String table = isWanted(CheckCost.class, args[1]) ? CheckCost.measure(folder) : "";
    table += isWanted(ProofCost.class, args[1]) ? ProofCost.measure() : "";
    table += isWanted(ComparisonCost.class, args[1]) ? ComparisonCost.measure() : "";
    table += isWanted(HistoryCost.class, args[1]) ? HistoryCost.measure(folder) : "";
    table += isWanted(MergeCost.class, args[1]) ? MergeCost.measure(folder) : "";
    try {
      Collection<RunResult> results = new Runner(options).run();
      table = new BenchmarkTable(results).markdown() + table;
    } catch (NoBenchmarksException e) {
      if (table.isEmpty()) {
        throw e;
      }
    }
    Files.writeString(folder.resolve("benchmarks.md"), table);
    System.out.println(table);
  }

  private static boolean isWanted(Class<?> benchmark, String pattern) {
    return Pattern.compile(pattern).matcher(benchmark.getName()).find();
  }
}

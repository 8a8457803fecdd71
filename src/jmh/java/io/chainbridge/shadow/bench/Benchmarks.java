package io.chainbridge.shadow.bench;

import io.chainbridge.shadow.gatling.Accuracy;
import io.chainbridge.shadow.gatling.AfterRun;
import io.chainbridge.shadow.gatling.CheckCost;
import io.chainbridge.shadow.gatling.CommandTime;
import io.chainbridge.shadow.gatling.Peers;
import io.chainbridge.shadow.gatling.ReferenceRate;
import io.chainbridge.shadow.gatling.Throughput;
import io.chainbridge.shadow.record.MergeCost;
import io.chainbridge.shadow.trend.HistoryCost;
import io.chainbridge.shadow.verdict.ComparisonCost;
import io.chainbridge.shadow.verdict.ProofCost;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Runs every benchmark whose full name matches: those of whole processes, which are listed here,
 * and then those of JMH's that are on the class path. Leaves {@code benchmarks.md} and {@code
 * benchmarks.json}.
 */
public final class Benchmarks {
  private static final List<Bench> OF_PROCESSES =
      List.of(
          new Throughput(),
          new CheckCost(),
          new AfterRun(),
          new CommandTime(),
          new ReferenceRate(),
          new Peers(),
          new Accuracy(),
          new MergeCost(),
          new HistoryCost(),
          new ProofCost(),
          new ComparisonCost());

  private Benchmarks() {}

  /**
   * Runs them; one that fails ends none but itself.
   *
   * @param args the folder to write to, a regular expression for the benchmarks' full names, and
   *     how often what is compared takes turns
   */
  public static void main(String[] args) throws IOException {
    if (args.length != 3) {
      throw new IllegalArgumentException(
          "three arguments are needed, for example: reports/bench LogReading 5");
    }
    Path folder = Files.createDirectories(Path.of(args[0]));
    Findings findings = new Findings(folder, Integer.parseInt(args[2]));
    Machine machine = Machine.here();
    List<Bench> benches = named(Pattern.compile(args[1]));
    List<Throwable> failures = new ArrayList<>();
    for (Bench bench : benches) {
      try {
        findings.deleteFolders(); // which a bench that failed has left
        bench.measure(findings);
        findings.deleteFolders();
      } catch (IOException | RuntimeException | AssertionError e) {
        failures.add(e);
        findings.add(bench.name().replaceAll(".*\\.", "") + " failed", e + "\n");
      }
      write(folder, machine, findings);
    }
    System.out.println(Files.readString(folder.resolve("benchmarks.md")));
    if (!failures.isEmpty()) {
      IllegalStateException failure = new IllegalStateException("not all could be measured");
      failures.forEach(failure::addSuppressed);
      throw failure;
    }
  }

  private static List<Bench> named(Pattern wanted) {
    List<Bench> all = Stream.concat(OF_PROCESSES.stream(), JmhBench.all().stream()).toList();
    List<Bench> benches =
        all.stream().filter(bench -> wanted.matcher(bench.name()).find()).toList();
    if (benches.isEmpty()) {
      throw new IllegalArgumentException(
          "-Dbench=%s: no benchmark has such a name; there are %s"
              .formatted(
                  wanted,
                  all.stream()
                      .map(bench -> bench.name().replaceAll(".*\\.", ""))
                      .collect(Collectors.joining(", "))));
    }
    return benches;
  }

  /** After each benchmark, so that what was measured stays whatever comes next. */
  private static void write(Path folder, Machine machine, Findings findings) throws IOException {
    StringBuilder text = new StringBuilder();
    text.append(table(findings, comparison -> comparison.target().isPresent()));
    text.append('\n').append(machine.sentence()).append('\n');
    findings.sections().forEach((title, section) -> text.append(section(title, section)));
    if (findings.comparisons().stream().anyMatch(comparison -> comparison.target().isEmpty())) {
      text.append(
          section(
              "Without a target", table(findings, comparison -> comparison.target().isEmpty())));
    }
    Files.writeString(folder.resolve("benchmarks.md"), text);
    Files.writeString(
        folder.resolve("benchmarks.json"), BenchmarkJson.write(machine, findings.comparisons()));
  }

  private static String table(Findings findings, Predicate<Comparison> which) {
    return ComparisonTable.of(findings.comparisons().stream().filter(which).toList());
  }

  private static String section(String title, String text) {
    return "\n## %s\n\n%s\n".formatted(title, text.strip());
  }
}

package io.chainbridge.shadow.metrics;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.chainbridge.shadow.record.RunRecord;
import io.chainbridge.shadow.verdict.Verdict;
import java.math.BigDecimal;

/** The figures of a run's limits for tools that follow benchmarks from commit to commit. */
public final class BenchmarkJson {
  private static final ObjectMapper JSON = new ObjectMapper();

  private BenchmarkJson() {}

  /** A list, as github-action-benchmark takes it for its {@code customSmallerIsBetter}. */
  public static String list(RunRecord run, Verdict verdict) {
    ArrayNode list = JSON.createArrayNode();
    for (Benchmark benchmark : Benchmark.of(run, verdict)) {
      ObjectNode node = list.addObject();
      node.put("name", benchmark.endpoint() + " " + benchmark.measure());
      node.put("unit", benchmark.unit());
      node.put("value", benchmark.value());
      benchmark
          .interval()
          .ifPresent(
              interval ->
                  node.put(
                      "range",
                      "%s to %s".formatted(plain(interval.lower()), plain(interval.upper()))));
    }
    return list.toPrettyString() + "\n";
  }

  /** Bencher's own Metric Format: measures by benchmark, of which each endpoint is one. */
  public static String metricFormat(RunRecord run, Verdict verdict) {
    ObjectNode benchmarks = JSON.createObjectNode();
    for (Benchmark benchmark : Benchmark.of(run, verdict)) {
      ObjectNode measure =
          benchmarks
              .withObjectProperty(benchmark.endpoint())
              .putObject(benchmark.measure() + "_" + benchmark.unit().replaceAll("\\W", "_"));
      measure.put("value", benchmark.value());
      benchmark
          .interval()
          .ifPresent(
              interval ->
                  measure
                      .put("lower_value", interval.lower())
                      .put("upper_value", interval.upper()));
    }
    return benchmarks.toPrettyString() + "\n";
  }

  private static String plain(double number) {
    return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
  }
}

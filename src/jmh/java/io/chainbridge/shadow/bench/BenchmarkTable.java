package io.chainbridge.shadow.bench;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.results.RunResult;

/** The results as one Markdown table; a ratio stands only where its class names a baseline. */
final class BenchmarkTable {
  private final Collection<RunResult> results;
  private final Map<String, Rate> baselines = new HashMap<>();

  BenchmarkTable(Collection<RunResult> results) {
    this.results = results;
    for (RunResult result : results) {
      if (isBaseline(result.getParams())) {
        baselines.put(group(result.getParams()), Rate.of(result));
      }
    }
  }

  String markdown() {
    StringBuilder table =
        new StringBuilder(
            """
            | benchmark | parameters | operations/s, median | lowest | highest | samples | times the baseline |
            |---|---|--:|--:|--:|--:|--:|
            """);
    results.forEach(result -> table.append(row(result.getParams(), Rate.of(result))));
    return table.append('\n').append(machine()).append('\n').toString();
  }

  private String row(BenchmarkParams params, Rate rate) {
    Rate baseline = baselines.get(group(params));
    String times = isBaseline(params) ? "baseline" : baseline == null ? "" : rate.times(baseline);
    return String.format(
        Locale.ROOT,
        "| %s.%s | %s | %,.0f | %,.0f | %,.0f | %d | %s |%n",
        className(params).replaceAll(".*\\.", ""),
        methodName(params),
        parameters(params),
        rate.median(),
        rate.lowest(),
        rate.highest(),
        rate.samples(),
        times);
  }

  private static String machine() {
    return "%d processors, %s %s, Java %s."
        .formatted(
            Runtime.getRuntime().availableProcessors(),
            System.getProperty("os.name"),
            System.getProperty("os.arch"),
            Runtime.version());
  }

  /** What may be compared: one class, one mode, the same parameters. */
  private static String group(BenchmarkParams params) {
    return className(params) + " " + params.getMode() + " " + parameters(params);
  }

  private static String parameters(BenchmarkParams params) {
    return params.getParamsKeys().stream()
        .map(key -> key + "=" + params.getParam(key))
        .reduce((a, b) -> a + ", " + b)
        .orElse("");
  }

  private static boolean isBaseline(BenchmarkParams params) {
    try {
      return Arrays.stream(Class.forName(className(params)).getMethods())
          .filter(method -> method.getName().equals(methodName(params)))
          .anyMatch(BenchmarkTable::isBaseline);
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException("JMH ran a benchmark of no class: " + e.getMessage(), e);
    }
  }

  private static boolean isBaseline(Method method) {
    return method.isAnnotationPresent(Baseline.class);
  }

  private static String className(BenchmarkParams params) {
    return params.getBenchmark().substring(0, params.getBenchmark().lastIndexOf('.'));
  }

  private static String methodName(BenchmarkParams params) {
    return params.getBenchmark().substring(params.getBenchmark().lastIndexOf('.') + 1);
  }
}

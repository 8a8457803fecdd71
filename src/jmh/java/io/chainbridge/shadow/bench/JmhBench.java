package io.chainbridge.shadow.bench;

import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.BenchmarkList;
import org.openjdk.jmh.runner.BenchmarkListEntry;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.format.OutputFormatFactory;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * The benchmarks of one class of JMH's, each beside the {@link Baseline} of them. In each round
 * every one has a JVM of its own; its sample is the mean of the iterations there.
 */
final class JmhBench implements Bench {
  private final Class<?> benchmarks;

  private JmhBench(Class<?> benchmarks) {
    this.benchmarks = benchmarks;
  }

  /** Those of all classes on the class path, by name. */
  static List<Bench> all() {
    return BenchmarkList.defaultList()
        .find(
            OutputFormatFactory.createFormatInstance(System.out, VerboseMode.SILENT),
            List.of(),
            List.of())
        .stream()
        .map(BenchmarkListEntry::getUserClassQName)
        .distinct()
        .sorted()
        .<Bench>map(JmhBench::of)
        .toList();
  }

  private static JmhBench of(String name) {
    try {
      return new JmhBench(Class.forName(name));
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException("JMH lists a class that is not there: " + name, e);
    }
  }

  @Override
  public String name() {
    return benchmarks.getName();
  }

  /**
   * @throws IllegalStateException if one of them fails
   */
  @Override
  public void measure(Findings findings) {
    Method baseline =
        methods()
            .filter(method -> method.isAnnotationPresent(Baseline.class))
            .findFirst()
            .orElseThrow(() -> new IllegalStateException(name() + " has no @Baseline"));
    Map<Method, List<Double>> samples = new LinkedHashMap<>();
    for (int round = 0; round < findings.rounds(); round++) {
      for (RunResult result : run()) {
        samples.computeIfAbsent(method(result), unused -> new ArrayList<>()).add(perSecond(result));
      }
    }
    samples.forEach(
        (method, ours) -> {
          if (!method.equals(baseline)) {
            findings.add(
                new Comparison(
                    row(method),
                    "operations/s",
                    ours,
                    row(baseline),
                    samples.get(baseline),
                    annotation(method, TimesTheBaseline.class)
                        .map(times -> Target.ratioAtLeast(times.atLeast()))));
          }
        });
  }

  private List<RunResult> run() {
    Options options =
        new OptionsBuilder()
            .include("^" + name().replace(".", "\\.") + "\\.")
            .forks(1)
            .shouldFailOnError(true)
            .build();
    try {
      return List.copyOf(new Runner(options).run());
    } catch (RunnerException e) {
      throw new IllegalStateException(e);
    }
  }

  private Stream<Method> methods() {
    return Arrays.stream(benchmarks.getMethods())
        .filter(method -> method.isAnnotationPresent(Benchmark.class));
  }

  private Method method(RunResult result) {
    String benchmark = result.getParams().getBenchmark();
    String name = benchmark.substring(benchmark.lastIndexOf('.') + 1);
    return methods().filter(method -> method.getName().equals(name)).findFirst().orElseThrow();
  }

  /** Of all threads together. */
  private static double perSecond(RunResult result) {
    BenchmarkParams params = result.getParams();
    double units = TimeUnit.SECONDS.toNanos(1) / (double) params.getTimeUnit().toNanos(1);
    boolean isRate = params.getMode() == Mode.Throughput;
    double score = result.getPrimaryResult().getScore();
    return isRate ? score * units : params.getThreads() * units / score;
  }

  private static String row(Method method) {
    return annotation(method, Row.class).map(Row::value).orElse(method.getName());
  }

  private static <A extends Annotation> Optional<A> annotation(Method method, Class<A> type) {
    return Optional.ofNullable(method.getAnnotation(type));
  }
}

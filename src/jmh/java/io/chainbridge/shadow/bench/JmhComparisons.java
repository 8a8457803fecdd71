package io.chainbridge.shadow.bench;

import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.results.RunResult;

/**
 * What JMH has measured: each benchmark beside the {@link Baseline} of its class, the n-th
 * iteration beside the n-th, so a cold one beside a cold one.
 */
final class JmhComparisons {
  private final Collection<RunResult> results;

  JmhComparisons(Collection<RunResult> results) {
    this.results = results;
  }

  List<Comparison> all() {
    return results.stream()
        .filter(result -> annotation(result, Baseline.class).isEmpty())
        .map(this::comparison)
        .toList();
  }

  private Comparison comparison(RunResult result) {
    RunResult baseline =
        results.stream()
            .filter(other -> className(other).equals(className(result)))
            .filter(other -> annotation(other, Baseline.class).isPresent())
            .findFirst()
            .orElseThrow(() -> new IllegalStateException(className(result) + " has no @Baseline"));
    return new Comparison(
        name(result),
        "operations/s",
        perSecond(result).toList(),
        name(baseline),
        perSecond(baseline).toList(),
        annotation(result, TimesTheBaseline.class)
            .map(times -> Target.ratioAtLeast(times.atLeast())));
  }

  private static Stream<Double> perSecond(RunResult result) {
    BenchmarkParams params = result.getParams();
    double units = TimeUnit.SECONDS.toNanos(1) / (double) params.getTimeUnit().toNanos(1);
    boolean isRate = params.getMode() == Mode.Throughput;
    return result.getBenchmarkResults().stream()
        .flatMap(fork -> fork.getIterationResults().stream())
        .map(iteration -> iteration.getPrimaryResult().getScore())
        .map(score -> isRate ? score * units : units / score);
  }

  private static <A extends Annotation> Optional<A> annotation(RunResult result, Class<A> type) {
    return method(result).map(method -> method.getAnnotation(type));
  }

  private static Optional<Method> method(RunResult result) {
    try {
      return Arrays.stream(Class.forName(className(result)).getMethods())
          .filter(method -> method.getName().equals(methodName(result)))
          .findFirst();
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException("JMH ran a benchmark of no class: " + e.getMessage(), e);
    }
  }

  private static String name(RunResult result) {
    return "%s.%s".formatted(className(result).replaceAll(".*\\.", ""), methodName(result));
  }

  private static String className(RunResult result) {
    String benchmark = result.getParams().getBenchmark();
    return benchmark.substring(0, benchmark.lastIndexOf('.'));
  }

  private static String methodName(RunResult result) {
    String benchmark = result.getParams().getBenchmark();
    return benchmark.substring(benchmark.lastIndexOf('.') + 1);
  }
}

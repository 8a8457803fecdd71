package io.chainbridge.shadow.bench;

import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.results.RunResult;

/** Operations per second of every measured iteration, fork by fork, whatever mode and unit. */
final class Rate {
  private final double[] perSecond;

  private Rate(double[] perSecond) {
    this.perSecond = perSecond;
  }

  static Rate of(RunResult result) {
    BenchmarkParams params = result.getParams();
    double unitsPerSecond = TimeUnit.SECONDS.toNanos(1) / (double) params.getTimeUnit().toNanos(1);
    boolean isRate = params.getMode() == Mode.Throughput;
    return new Rate(
        result.getBenchmarkResults().stream()
            .flatMap(fork -> fork.getIterationResults().stream())
            .mapToDouble(iteration -> iteration.getPrimaryResult().getScore())
            .map(score -> isRate ? score * unitsPerSecond : unitsPerSecond / score)
            .toArray());
  }

  double median() {
    return sorted(Arrays.stream(perSecond))[perSecond.length / 2];
  }

  double lowest() {
    return sorted(Arrays.stream(perSecond))[0];
  }

  double highest() {
    return sorted(Arrays.stream(perSecond))[perSecond.length - 1];
  }

  int samples() {
    return perSecond.length;
  }

  /**
   * How many times as fast as the baseline: median, lowest and highest.
   *
   * <p>The n-th iteration is compared with the baseline's n-th, so a cold one with a cold one.
   */
  String times(Rate baseline) {
    int pairs = Math.min(perSecond.length, baseline.perSecond.length);
    double[] ratios =
        sorted(IntStream.range(0, pairs).mapToDouble(i -> perSecond[i] / baseline.perSecond[i]));
    return String.format(
        Locale.ROOT, "%.2f (%.2f to %.2f)", ratios[pairs / 2], ratios[0], ratios[pairs - 1]);
  }

  private static double[] sorted(DoubleStream values) {
    return values.sorted().toArray();
  }
}

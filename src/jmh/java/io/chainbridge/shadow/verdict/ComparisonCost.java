package io.chainbridge.shadow.verdict;

import io.chainbridge.shadow.bench.Bench;
import io.chainbridge.shadow.bench.Findings;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * How often a comparison cries wolf, and what it finds: simulated runs of two endpoints. Not a
 * benchmark of JMH's, because nothing depends on the machine.
 */
public final class ComparisonCost implements Bench {
  private static final int RUNS = 300;
  private static final int[] PAIRS = {500, 1_000};

  @Override
  public void measure(Findings findings) {
    findings.add(
        "Comparisons of equal and of unequal services",
        """
        | latencies | pairs | equal, found over 0 % | equal, found over 10 % | 20 % slower, found over 10 % | 20 % slower, found over 0 % |
        |---|--:|--:|--:|--:|--:|
        """
            + Arrays.stream(PairedLatencies.values())
                .parallel()
                .map(ComparisonCost::rows)
                .collect(Collectors.joining()));
  }

  private static String rows(PairedLatencies latencies) {
    return Arrays.stream(PAIRS)
        .mapToObj(
            pairs ->
                "| %s | %,d | %s | %s | %s | %s |%n"
                    .formatted(
                        latencies.name().toLowerCase(Locale.ROOT).replace('_', ' '),
                        pairs,
                        found(latencies, pairs, 1, 0),
                        found(latencies, pairs, 1, 0.1),
                        found(latencies, pairs, 1.2, 0.1),
                        found(latencies, pairs, 1.2, 0)))
        .collect(Collectors.joining());
  }

  private static String found(PairedLatencies latencies, int pairs, double slower, double limit) {
    return String.format(
        Locale.ROOT, "%.1f %%", 100.0 * latencies.seen(RUNS, pairs, slower, limit) / RUNS);
  }
}

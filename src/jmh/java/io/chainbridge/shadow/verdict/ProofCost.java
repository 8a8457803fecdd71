package io.chainbridge.shadow.verdict;

import io.chainbridge.shadow.bench.Bench;
import io.chainbridge.shadow.bench.Findings;
import java.util.Locale;

/**
 * How many requests a proof on demand takes, and how often it is wrong at the very boundary:
 * simulated runs that are looked at after each request. Not a benchmark of JMH's, because nothing
 * depends on the machine.
 */
public final class ProofCost implements Bench {
  private static final int RUNS = 10_000;
  private static final double[] LIMITS = {0.05, 0.01};

  /** What is true, as a part of the limit. */
  private static final double[] PARTS = {0, 0.1, 0.2, 0.5, 1, 1.5, 2, 4, 10};

  @Override
  public void measure(Findings findings) {
    StringBuilder table =
        new StringBuilder(
            """
            | limit | truth | proven met | proven breached | inconclusive | median requests |
            |--:|--:|--:|--:|--:|--:|
            """);
    for (double limit : LIMITS) {
      for (double part : PARTS) {
        row(table, limit, limit * part, Proofs.simulated(limit, limit * part, RUNS));
      }
    }
    findings.add("Proofs on demand", table.toString());
  }

  private static void row(StringBuilder table, double limit, double truth, Proofs proofs) {
    table.append(
        String.format(
            Locale.ROOT,
            "| %s | %s | %s | %s | %s | %d |%n",
            percent(limit),
            percent(truth),
            percent((double) proofs.below() / RUNS),
            percent((double) proofs.above() / RUNS),
            percent(1 - (double) (proofs.below() + proofs.above()) / RUNS),
            proofs.medianRequests()));
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.2f %%", share * 100);
  }
}

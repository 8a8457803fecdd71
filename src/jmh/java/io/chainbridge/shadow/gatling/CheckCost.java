package io.chainbridge.shadow.gatling;

import io.chainbridge.shadow.bench.Bench;
import io.chainbridge.shadow.bench.Comparison;
import io.chainbridge.shadow.bench.Findings;
import io.chainbridge.shadow.bench.Spread;
import io.chainbridge.shadow.bench.Target;
import io.chainbridge.shadow.budget.Quantile;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What checks add to latencies: half the rate that 32 users of Gatling alone come to, by many who
 * pause, with answers checked as under any load in every other half second.
 *
 * <p>A request of a user who pauses costs Gatling as much as one of a user who does not; a user for
 * each request would cost so much more that half the rate is nearly all it can do. On two cores
 * whatever else happens for a hundredth of the time decides a p99, and two processes differ by more
 * than checks can cost. So they take turns within one, and what counts is the median of their p99.
 * A collection of garbage that one of them has left may stop the other.
 */
public final class CheckCost implements Bench {
  private static final Duration RAMP_UP = Duration.ofSeconds(20);
  private static final Duration STEADY = Duration.ofMinutes(2);

  /** Of the rate; with fewer, the latencies are not those at that rate. */
  private static final double LEAST_SENT = 0.97;

  private static final int MOST_FAILED = 2;

  private static final String PATH = "/different/events";

  @Override
  public void measure(Findings findings) throws IOException {
    try (FixedService service = FixedService.start()) {
      double rate = Throughput.ofGatling(findings, service, PATH) / 2;
      List<Double> checked = new ArrayList<>();
      List<Double> bare = new ArrayList<>();
      for (int round = 0; round < findings.rounds(); round++) {
        BareResult result = run(findings, service, rate);
        checked.add(typicalMillis(result, true));
        bare.add(typicalMillis(result, false));
      }
      findings.add(
          new Comparison(
              "p99 of the median half second at %,.0f requests/s, half of what Gatling alone comes to, bodies of 18 KB, all different, a sample checked aside"
                  .formatted(rate),
              "ms",
              checked,
              "half seconds of the same process with the status checked alone, " + service.name(),
              bare,
              Optional.of(Target.differenceAtMost(1))));
    }
  }

  /**
   * A machine that stalls, so that too few are made, says nothing of checks: the run is repeated.
   */
  private static BareResult run(Findings findings, FixedService service, double rate)
      throws IOException {
    for (int failed = 0; ; failed++) {
      try {
        return attempt(findings, service, rate);
      } catch (IOException e) {
        if (failed == MOST_FAILED) {
          throw e;
        }
      }
    }
  }

  private static BareResult attempt(Findings findings, FixedService service, double rate)
      throws IOException {
    BareResult result =
        BareRun.in(findings.folder("alternating"), service.uri(), PATH)
            .alternating(rate, RAMP_UP, STEADY)
            .run();
    double sent = result.sentPerSecond(STEADY);
    if (sent < LEAST_SENT * rate) {
      throw new IOException("Gatling sent %,.0f of %,.0f requests/s".formatted(sent, rate));
    }
    return result;
  }

  /** Without those that began in a turn that was not theirs. */
  private static double typicalMillis(BareResult result, boolean checked) {
    return Spread.of(
            result.eachMillis(
                Quantile.P99,
                AlternatingSimulation.TURN,
                RAMP_UP,
                answer ->
                    answer.name().equals(AlternatingSimulation.CHECKED) == checked
                        && AlternatingSimulation.isChecked(answer.start()) == checked))
        .median();
  }
}

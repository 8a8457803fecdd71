package io.chainbridge.shadow.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.chainbridge.shadow.budget.Quantile;
import io.chainbridge.shadow.trend.Past;
import io.chainbridge.shadow.trend.PastOutcome;
import io.chainbridge.shadow.trend.PastRun;
import io.chainbridge.shadow.trend.Trend;
import io.chainbridge.shadow.verdict.Outcome;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TrendTextTest {

  @Test
  void aChangeOfALatencyIsToldByItsShare() {
    Trend trend = Trend.of(Past.daily(step(20, 40))).get(0);
    assertThat(TrendText.sentence(trend, trend.changes().get(0)))
        .startsWith("p95_latency_ms of stats rose by 95")
        .contains(", from 21 ms to 41 ms");
  }

  /** From 1 % to 30 % is no growth by 2,900 %. */
  @Test
  void aChangeOfARegressionIsToldByItsLevelsAlone() {
    Trend trend =
        Trend.of(Past.daily(step(1, 30)).stream().map(TrendTextTest::compared).toList()).get(0);
    assertThat(TrendText.sentence(trend, trend.changes().get(0)))
        .startsWith("p95_regression of stats rose on ")
        .contains(", from +2 % to +31 %");
  }

  private static double[] step(double before, double after) {
    return IntStream.range(0, 60).mapToDouble(i -> (i < 30 ? before : after) + i % 3).toArray();
  }

  private static PastRun compared(PastRun run) {
    PastOutcome p95 = run.outcomes().get(0);
    return new PastRun(
        run.runId(),
        run.startedAt(),
        run.subject(),
        run.commit(),
        run.verdict(),
        List.of(
            new PastOutcome(
                p95.phase(),
                p95.endpoint(),
                Outcome.regression(Quantile.P95),
                0.1,
                OptionalDouble.of(p95.measured().getAsDouble() / 100),
                Outcome.Result.MET,
                p95.requests())));
  }
}

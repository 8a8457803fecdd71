package io.chainbridge.shadow.trend;

import static org.assertj.core.api.Assertions.assertThat;

import io.chainbridge.shadow.verdict.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SeriesTest {

  @Test
  void thereIsOneForEachLimitOfEachEndpointTheOldestFigureFirst() {
    List<Series> all = Series.of(Past.daily(12, 13));
    assertThat(all).hasSize(10);
    assertThat(all.get(0).last().outcome().endpoint()).isEqualTo("stats");
    assertThat(all.get(0).last().outcome().limit()).isEqualTo("p95_latency_ms");
    assertThat(all.get(0).measured()).containsExactly(12, 13);
  }

  @Test
  void whatTellsNothingIsLeftOutAndABreachIsNot() {
    List<PastRun> runs = new ArrayList<>(Past.daily(90, 12));
    PastRun last = runs.get(1);
    runs.set(
        1,
        new PastRun(
            last.runId(),
            last.startedAt(),
            last.subject(),
            last.commit(),
            Verdict.Status.INTERRUPTED,
            last.outcomes()));
    assertThat(Series.of(runs).get(0).measured()).containsExactly(90);
  }

  @Test
  void anOldLevelDoesNotCount() {
    double[] figures =
        IntStream.range(0, 60).mapToDouble(i -> (i < 30 ? 40 : 20) + i % 3).toArray();
    Series series = Series.of(Past.daily(figures)).get(0);
    assertThat(series.sinceLastChange().figures()).isEqualTo(series.figures().subList(30, 60));
    Series level = series.sinceLastChange();
    assertThat(level.sinceLastChange()).isEqualTo(level);
  }
}

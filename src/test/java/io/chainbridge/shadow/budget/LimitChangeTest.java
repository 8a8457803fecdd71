package io.chainbridge.shadow.budget;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LimitChangeTest {

  @ParameterizedTest
  @CsvSource({
    "p95_latency_ms of stats, 75, 90, LOOSER, loosened from 75 to 90 ms",
    "p95_latency_ms of stats, 75.0, 60, STRICTER, tightened from 75 to 60 ms",
    "p95_latency_ms of stats, 75, , LOOSER, loosened from 75 ms to none",
    "p95_latency_ms of stats, , 75, NEW, new: 75 ms",
    "max_response_size_kb of stats, 25, 20, STRICTER, tightened from 25 to 20 KB",
    "max_failure_rate of stats, 0.05, 0.1, LOOSER, loosened from 0.05 to 0.1",
    "min_capacity_rps of capacity, 200, 100, LOOSER, loosened from 200 to 100 requests/s",
    "min_capacity_rps of capacity, 100, 200, STRICTER, tightened from 100 to 200 requests/s",
    "min_capacity_rps of capacity, 100, , LOOSER, loosened from 100 requests/s to none"
  })
  void saysWhichWayALimitChanged(
      String name, BigDecimal before, BigDecimal now, LimitChange.Way way, String words) {
    assertThat(LimitChange.between(figures(name, before), figures(name, now)))
        .singleElement()
        .satisfies(
            change -> {
              assertThat(change.way()).isEqualTo(way);
              assertThat(change.words()).isEqualTo(words);
            });
  }

  @Test
  void anotherWayToWriteAFigureIsNoChange() {
    assertThat(
            LimitChange.between(
                Map.of("a", new BigDecimal("75")), Map.of("a", new BigDecimal("75.0"))))
        .isEmpty();
  }

  private static Map<String, BigDecimal> figures(String name, BigDecimal figure) {
    return figure == null ? Map.of() : Map.of(name, figure);
  }
}

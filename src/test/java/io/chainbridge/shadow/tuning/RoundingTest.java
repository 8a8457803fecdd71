package io.chainbridge.shadow.tuning;

import static org.assertj.core.api.Assertions.assertThat;

import io.chainbridge.shadow.budget.Limit;
import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoundingTest {
  @ParameterizedTest
  @CsvSource({
    "P95_LATENCY_MS, 15, 15",
    "P95_LATENCY_MS, 15.0001, 16",
    "P99_LATENCY_MS, 3.75, 3.8",
    "P50_LATENCY_MS, 9.99, 10",
    "P50_LATENCY_MS, 0.123, 0.13",
    "P50_LATENCY_MS, 0, 0",
    "MAX_RESPONSE_SIZE_KB, 12, 12",
    "MAX_RESPONSE_SIZE_KB, 12.01, 12.5",
    "MAX_RESPONSE_SIZE_KB, 0.42, 0.5",
    "MAX_FAILURE_RATE, 0.0125, 0.013",
    "MAX_FAILURE_RATE, 0.05, 0.05",
    "MAX_FAILURE_RATE, 1.25, 1",
  })
  void goesUpToASensibleFigure(Limit limit, BigDecimal figure, BigDecimal rounded) {
    assertThat(Rounding.up(limit, figure)).isEqualByComparingTo(rounded);
  }

  @ParameterizedTest
  @CsvSource({
    "P95_LATENCY_MS, 20, 1",
    "MAX_RESPONSE_SIZE_KB, 20, 0.5",
    "MAX_FAILURE_RATE, 20, 0.05",
    "MAX_FAILURE_RATE, 30, 0.033",
    "MAX_FAILURE_RATE, 100000, 0.001",
    "MAX_FAILURE_RATE, 0, 1",
  })
  void knowsWhatARunCanTell(Limit limit, long requests, BigDecimal finest) {
    assertThat(Rounding.finest(limit, requests)).isEqualByComparingTo(finest);
  }
}

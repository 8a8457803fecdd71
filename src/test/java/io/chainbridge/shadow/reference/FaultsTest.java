package io.chainbridge.shadow.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FaultsTest {

  @Test
  void noneIsNoFaultAtAll() {
    assertThat(Faults.NONE).isEqualTo(new Faults(Duration.ZERO, 0, 0, true));
  }

  @Test
  void latencyIsCutToWholeMilliseconds() {
    assertThat(Faults.NONE.withLatency(Duration.ofNanos(1_999_999)).latency())
        .isEqualTo(Duration.ofMillis(1));
  }

  @ParameterizedTest
  @ValueSource(doubles = {-0.01, 1.01, Double.NaN})
  void anErrorRateIsAShare(double rate) {
    assertThatIllegalArgumentException().isThrownBy(() -> Faults.NONE.withErrorRate(rate));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.5, 1})
  void anErrorRateIncludesItsBounds(double rate) {
    assertThat(Faults.NONE.withErrorRate(rate).errorRate()).isEqualTo(rate);
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, Faults.MAX_EVENTS_KB + 1})
  void anEventsSizeHasBounds(int kb) {
    assertThatIllegalArgumentException().isThrownBy(() -> Faults.NONE.withEventsKb(kb));
  }

  @ParameterizedTest
  @ValueSource(longs = {-1, 600_001})
  void latencyHasBounds(long millis) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Faults.NONE.withLatency(Duration.ofMillis(millis)));
  }
}

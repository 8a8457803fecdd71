package io.chainbridge.shadow.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DurationsTest {

  @ParameterizedTest
  @CsvSource({"0ms, PT0S", "100ms, PT0.1S", "2s, PT2S", "1m, PT1M", "1h, PT1H"})
  void aDurationIsANumberAndAUnit(String text, Duration duration) {
    assertThat(Durations.parse(text)).isEqualTo(duration);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "100", "ms", "1.5s", "-1s", "1 s", "9999999999s", "PT1S"})
  void anythingElseIsNone(String text) {
    assertThatIllegalArgumentException().isThrownBy(() -> Durations.parse(text));
  }

  @ParameterizedTest
  @CsvSource({
    "PT0S, 0ms",
    "PT0.25S, 250ms",
    "PT1.5S, 1500ms",
    "PT59S, 59s",
    "PT60S, 1m",
    "PT90S, 90s",
    "PT59M, 59m",
    "PT60M, 1h",
    "PT90M, 90m",
    "PT168H, 168h"
  })
  void isWrittenInTheLargestUnitThatMakesItWhole(Duration duration, String text) {
    assertThat(Durations.text(duration)).isEqualTo(text);
    assertThat(Durations.parse(text)).isEqualTo(duration);
  }
}

package io.chainbridge.shadow.gatling;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StartTimeTest {
  private static final Duration HOUR = Duration.ofHours(1);

  @Test
  void withoutOneARunBeginsAtOnce() {
    StartTime none = new StartTime(Optional.empty());
    Instant now = Instant.now();
    assertThat(none.isSet()).isFalse();
    assertThat(none.whenReady(now)).isEqualTo(now);
    assertThat(none.until(Duration.ZERO)).isZero();
    assertThat(none.warning()).isEmpty();
  }

  @Test
  void aRunThatIsReadyBeforeWaits() {
    Instant time = Instant.now().plus(HOUR);
    StartTime start = new StartTime(Optional.of(time));
    assertThat(start.whenReady(Instant.now())).isEqualTo(time);
    assertThat(start.until(Duration.ZERO)).isBetween(HOUR.dividedBy(2), HOUR);
    assertThat(start.until(HOUR.multipliedBy(2))).isZero();
    assertThat(start.warning()).isEmpty();
  }

  @Test
  void aRunThatIsReadyLateBeginsAtOnceAndSaysSo() {
    StartTime start = new StartTime(Optional.of(Instant.now().minus(HOUR)));
    Instant now = Instant.now();
    assertThat(start.whenReady(now)).isEqualTo(now);
    assertThat(start.until(Duration.ZERO)).isZero();
    assertThat(start.warning().orElseThrow())
        .matches("measuring begins 36000\\d\\d ms after startAt, since the warm-up took .*");
  }
}

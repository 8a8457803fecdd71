package io.chainbridge.shadow.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.Map;
import java.util.Random;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class DelayTest {
  private static final int DRAWN = 20_000;

  private static DoubleStream millis(Delay delay) {
    Random random = new Random(1);
    return DoubleStream.generate(() -> delay.draw(random).toNanos() / 1e6).limit(DRAWN);
  }

  private static double median(Delay delay) {
    return millis(delay).sorted().skip(DRAWN / 2).findFirst().orElseThrow();
  }

  @Test
  void aFixedOneIsAlwaysTheSame() {
    Delay delay = Delay.of(Map.of("latency", "200ms"));
    assertThat(delay).isEqualTo(new Delay.Fixed(Duration.ofMillis(200)));
    assertThat(millis(delay).distinct()).containsExactly(200.0);
  }

  @Test
  void aUniformOneLiesBetweenItsBounds() {
    Delay delay = Delay.of(Map.of("latency", "200ms", "distribution", "uniform", "jitter", "50ms"));
    assertThat(millis(delay).min().orElseThrow()).isCloseTo(150, within(1.0));
    assertThat(millis(delay).max().orElseThrow()).isCloseTo(250, within(1.0));
    assertThat(median(delay)).isCloseTo(200, within(3.0));
  }

  @Test
  void ofALogNormalOneTheMedianAndTheTailAreAsItsValuesSay() {
    Delay delay =
        Delay.of(Map.of("latency", "200ms", "distribution", "log-normal", "sigma", "0.5"));
    assertThat(median(delay)).isCloseTo(200, within(6.0));
    double p975 = millis(delay).sorted().skip(DRAWN * 975 / 1_000).findFirst().orElseThrow();
    assertThat(p975).isCloseTo(200 * Math.exp(1.96 * 0.5), within(30.0));
    assertThat(Delay.of(delay.values())).isEqualTo(delay);
  }

  @Test
  void noneIsLongerThanAnHour() {
    Delay delay = new Delay.LogNormal(Duration.ofHours(1), 3);
    assertThat(millis(delay).max().orElseThrow()).isEqualTo(3_600_000.0);
  }

  @Test
  void whatIsMissingIsNamed() {
    assertThatThrownBy(() -> Delay.of(Map.of())).hasMessage("latency is missing");
    assertThatThrownBy(() -> Delay.of(Map.of("latency", "1s", "distribution", "uniform")))
        .hasMessage("jitter is missing");
    assertThatThrownBy(() -> Delay.of(Map.of("latency", "1s", "distribution", "gamma")))
        .hasMessage("no distribution: gamma");
  }
}

package io.chainbridge.shadow.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArrivalCountTest {

  @ParameterizedTest
  @CsvSource({
    "0, 0, 0, true",
    "1, 1, 0, true",
    "1, 0, 0, false",
    "1, 1, 1, false",
    "20, 19, 0, false",
    "20, 20, 1, false",
    "21, 20, 0, true",
    "100, 96, 0, true",
    "100, 95, 0, false",
    "100, 98, 2, true",
    "100, 98, 3, false",
    "140, 133, 0, false",
    "140, 134, 0, true"
  })
  void keepsUpAsLongAsFewerThanOneInTwentyIsMissingOrLate(
      long planned, long made, long late, boolean keptUp) {
    assertThat(ShapedRun.arrivals(planned, made, late).keptUp()).isEqualTo(keptUp);
  }

  @Property(tries = 500)
  void exactlyOneInTwentyIsTooManyWhateverTheNumber(@ForAll @IntRange(min = 1, max = 5_000) int n) {
    assertThat(ShapedRun.arrivals(20L * n, 19L * n, 0).keptUp()).isFalse();
    assertThat(ShapedRun.arrivals(20L * n, 19L * n + 1, 0).keptUp()).isTrue();
  }

  @Test
  void anArrivalIsLateFromAHundredMilliseconds() {
    assertThat(ShapedRun.arrivals(10, 10, 3).late()).isEqualTo(3);
    assertThat(ShapedRun.arrivals(10, 10, 0).late()).isZero();
  }

  @Test
  void ratesAreOverItsSpan() {
    ArrivalCount count =
        new ArrivalCount(
            100,
            90,
            Duration.ofSeconds(20),
            Duration.ofSeconds(20),
            ShapedRun.arrivals(90, 90, 0).lateness());
    assertThat(count.plannedRate()).isEqualTo(5);
    assertThat(count.actualRate()).isEqualTo(4.5);
    assertThat(ArrivalCount.NONE.plannedRate()).isZero();
    assertThat(ArrivalCount.NONE.actualRate()).isZero();
    assertThat(ArrivalCount.NONE.keptUp()).isTrue();
  }
}

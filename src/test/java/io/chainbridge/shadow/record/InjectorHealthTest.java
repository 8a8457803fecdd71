package io.chainbridge.shadow.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InjectorHealthTest {

  @ParameterizedTest
  @CsvSource({
    "0.2, 0.89, 0.04, 49, 0",
    "0.2, 0.90, 0.04, 49, 1",
    "0.2, 0.89, 0.05, 49, 1",
    "0.2, 0.89, 0.04, 50, 1",
    "0.2, 0.95, 0.30, 80, 3",
    "0.9, 0.10, 0.00, 0, 0"
  })
  void warnsWhereTheMachineHadNoTime(
      double process, double machine, double steal, long gcMillis, int warnings) {
    assertThat(
            new InjectorHealth(
                    Duration.ofSeconds(1),
                    process,
                    OptionalDouble.of(machine),
                    OptionalDouble.of(steal),
                    3,
                    Duration.ofMillis(gcMillis),
                    Optional.empty())
                .warnings())
        .hasSize(warnings);
  }

  @Test
  void whereTheSystemDoesNotTellItsOwnProcessCounts() {
    assertThat(
            new InjectorHealth(
                    Duration.ofSeconds(1),
                    0.95,
                    OptionalDouble.empty(),
                    OptionalDouble.empty(),
                    0,
                    Duration.ZERO,
                    Optional.empty())
                .warnings())
        .containsExactly(
            "the machine was busy to 95 %: latencies may be those of the injector, not of the"
                + " service");
  }
}

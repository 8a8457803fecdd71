package io.chainbridge.shadow.reference;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DriftTest {

  @ParameterizedTest(name = "{0} of {1} against {2} of {3}: {4}")
  @CsvSource({
    "0.16, 30, 0.1, 30, true",
    "0.1, 30, 0.16, 30, true",
    "0.1, 30, 0.1, 30, false",
    "0.14, 30, 0.1, 30, false",
    "0.9, 29, 0.1, 30, false",
    "0.9, 30, 0.1, 29, false",
    "0, 0, 0, 0, false",
  })
  void thereIsDriftWhenTwoTrustedMeansAreFarApart(
      double now, long count, double before, long baseline, boolean drifted) {
    Drift drift = Drift.between(new Mean(count, now), new Mean(baseline, before), 24);
    assertThat(drift.driftFlag()).isEqualTo(drifted);
    assertThat(Math.abs(drift.drift()) > drift.threshold()).isEqualTo(drifted);
  }
}

package io.chainbridge.shadow.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class FallbackTest {

  @Test
  void oneThatAlwaysHoldsIsToldAlone() {
    Fallback fallback = Fallback.always("10s");
    assertThat(fallback).hasToString("10s");
    assertThat(fallback.shapes()).containsExactly(Shape.values());
    assertThat(Arrays.stream(Shape.values()).map(fallback::in))
        .allMatch(s -> s.orElse("").equals("10s"));
  }

  @Test
  void oneOfSomeShapesNamesThemInTheirOrder() {
    Fallback fallback = Fallback.of(Shape.SOAK, "30m").and(Shape.LOAD, "1m");
    assertThat(fallback).hasToString("Load 1m, Soak 30m");
    assertThat(fallback.shapes()).containsExactly(Shape.LOAD, Shape.SOAK);
    assertThat(fallback.in(Shape.PROBE)).isEmpty();
    assertThat(Fallback.of(Shape.PROBE, "20")).hasToString("Probe 20");
    assertThat(Fallback.of(Shape.PROBE, "20").and(Shape.LOAD, "20"))
        .hasToString("Probe 20, Load 20");
  }

  @Test
  void anExceptionOfOneShapeComesAfterWhatHoldsForTheOthers() {
    assertThat(Fallback.always("false").and(Shape.STRESS, "true"))
        .hasToString("false, Stress true");
    assertThat(Fallback.always("a").and(Shape.CAPACITY, "c").and(Shape.PROBE, "b"))
        .hasToString("a, Probe b, Capacity c");
    assertThat(Fallback.always("a").and(Shape.SOAK, "a")).hasToString("a");
  }

  @Test
  void addingAShapeLeavesTheOtherAsItWas() {
    Fallback fallback = Fallback.of(Shape.PROBE, "20");
    assertThat(fallback.and(Shape.LOAD, "none")).isNotEqualTo(fallback);
    assertThat(fallback).hasToString("Probe 20");
  }
}

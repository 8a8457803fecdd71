package io.chainbridge.shadow.gatling;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LotteryTest {
  private final Lottery<Integer> lottery = new Lottery<>(new Random(1));

  @Test
  void drawsTheOnlyOne() {
    enter(1);

    assertThat(lottery.draw()).contains(0);
  }

  @Test
  void drawsNoneTwice() {
    enter(9);

    assertThat(lottery.draw()).isPresent();
    assertThat(lottery.draw()).isEmpty();
  }

  @Test
  void isFair() {
    int[] drawn = new int[10];
    for (int i = 0; i < 10_000; i++) {
      enter(10);
      drawn[lottery.draw().orElseThrow()]++;
    }

    assertThat(IntStream.of(drawn)).allMatch(count -> Math.abs(count - 1_000) < 130);
  }

  private void enter(int count) {
    IntStream.range(0, count).forEach(i -> lottery.enter(() -> i));
  }
}

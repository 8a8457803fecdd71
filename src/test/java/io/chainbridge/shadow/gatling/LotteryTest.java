package io.chainbridge.shadow.gatling;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LotteryTest {
  private final Lottery<Integer> lottery = new Lottery<>(4, new Random(1));

  @Test
  void drawsAllOfAFew() {
    enter(3);

    assertThat(lottery.draw()).containsExactlyInAnyOrder(0, 1, 2);
  }

  @Test
  void drawsNoneTwice() {
    enter(9);

    assertThat(lottery.draw()).hasSize(4).doesNotHaveDuplicates();
    assertThat(lottery.draw()).isEmpty();
  }

  /** Each of ten is drawn, and drawn first, as often as any other. */
  @Test
  void isFair() {
    int[] drawn = new int[10];
    int[] first = new int[10];
    for (int i = 0; i < 10_000; i++) {
      enter(10);
      var winners = lottery.draw();
      winners.forEach(winner -> drawn[winner]++);
      first[winners.get(0)]++;
    }

    assertThat(IntStream.of(drawn)).allMatch(count -> Math.abs(count - 4_000) < 200);
    assertThat(IntStream.of(first)).allMatch(count -> Math.abs(count - 1_000) < 130);
  }

  private void enter(int count) {
    IntStream.range(0, count).forEach(i -> lottery.enter(() -> i));
  }
}

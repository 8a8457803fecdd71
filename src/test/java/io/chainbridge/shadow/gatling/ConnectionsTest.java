package io.chainbridge.shadow.gatling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.chainbridge.shadow.settings.InvalidInputException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ConnectionsTest {
  private final Connections connections =
      new Connections(Duration.ofSeconds(1), Duration.ofSeconds(10), 2);

  @Test
  void thereAreSoManyUntilSomeAreGivenBack() {
    assertThat(connections.take(0)).isTrue();
    assertThat(connections.take(0)).isTrue();
    assertThat(connections.take(0)).isFalse();
    connections.giveBack(5_000, true, 5_000);
    assertThat(connections.take(1)).isTrue();
    assertThat(connections.take(1)).isFalse();
  }

  @Test
  void thoseOfRequestsThatWereNeverSentAreKeptWhileGatlingConnects() {
    assertThat(connections.take(1_000)).isTrue();
    assertThat(connections.take(2_000)).isTrue();
    connections.giveBack(1_000, false, 2_000);
    connections.giveBack(1_000, false, 3_000);
    assertThat(connections.take(10_999)).isFalse();
    assertThat(connections.take(11_000)).isTrue();
    assertThat(connections.take(11_000)).isFalse();
    assertThat(connections.take(12_000)).isTrue();
    assertThat(connections.take(99_000)).isFalse();
  }

  @Test
  void thoseOfRequestsThatWereRefusedAreGivenBackAtOnce() {
    assertThat(connections.take(0)).isTrue();
    assertThat(connections.take(0)).isTrue();
    connections.giveBack(10, false, 10);
    assertThat(connections.take(10)).isTrue();
  }

  @Test
  void moreUsersThanThatAreRefusedByAllTargetsTheyAsk() {
    assertThatCode(() -> Connections.refuseMore(1, 2)).doesNotThrowAnyException();
    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(() -> Connections.refuseMore(Integer.MAX_VALUE, 1));
  }
}

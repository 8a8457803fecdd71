package io.chainbridge.shadow.gatling;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class TerminalTest {
  @Test
  void isOfAPersonUnlessTheEnvironmentSaysOtherwise() {
    assertThat(Terminal.isInteractive(Map.of("TERM", "xterm-256color"))).isTrue();
    assertThat(Terminal.isInteractive(Map.of("TERM", "dumb"))).isFalse();
    assertThat(Terminal.isInteractive(Map.of())).isFalse();
    assertThat(Terminal.isInteractive(Map.of("TERM", "xterm", "CI", "true"))).isFalse();
  }
}

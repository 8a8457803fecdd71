package io.chainbridge.shadow.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class QuotedTest {

  @Test
  void aLineIsOneLine() {
    assertThat(Quoted.line("status 503\r\n  <b>\u202E & \uD83D\uDE80"))
        .isEqualTo("status 503 <b>\uFFFD & \uD83D\uDE80");
  }

  @Test
  void aBodyKeepsItsLinesAndIndentation() {
    assertThat(Quoted.body("{\r\n\t\"a\":  1,\n  \u0000\u202E\uD800\u2028}"))
        .isEqualTo("{\n\t\"a\":  1,\n  \uFFFD\uFFFD\uFFFD\uFFFD}");
  }

  @Test
  void bothAreCutBetweenCharacters() {
    String text = "\uD83D\uDE80".repeat(10_000);
    assertThat(Quoted.line(text)).isEqualTo("\uD83D\uDE80".repeat(400) + "\u2026");
    assertThat(Quoted.body(text)).isEqualTo("\uD83D\uDE80".repeat(2_048));
  }
}

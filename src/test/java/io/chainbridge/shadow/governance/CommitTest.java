package io.chainbridge.shadow.governance;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommitTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "[ALEX-APPROVED] Loosen it",
        "[ML][ALEX-APPROVED] Loosen it",
        "[ML] [ALEX-APPROVED] Loosen it",
        "[ML] Loosen it\n\n[ALEX-APPROVED]",
        "[ML] Loosen it\n\n[ALEX-APPROVED] by @alex\n",
        "[ML] Loosen it\n\nAsked before.\n[ALEX-APPROVED]\nCo-authored-by: A <a@example.org>",
      })
  void approvalIsATag(String message) {
    assertThat(new Commit("0", message, false).approves()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Revert \"[ALEX-APPROVED] Loosen it\"",
        "[ML] Revert \"[ML][ALEX-APPROVED] Loosen it\"",
        "[ML] Loosen it\n\nThis has no [ALEX-APPROVED] yet",
        "[ML] Loosen it\n\nNot to be merged before\n[ALEX-APPROVED] is there",
        "[ML] Loosen it\n\n> [ALEX-APPROVED]",
        "[ML] Loosen it, [ALEX-APPROVED]",
      })
  void aMentionIsNone(String message) {
    assertThat(new Commit("0", message, false).approves()).isFalse();
  }
}

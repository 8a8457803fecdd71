package io.chainbridge.shadow.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;

class WindowTest {

  private static final Window WINDOW =
      Window.ending(LocalDateTime.parse("2026-01-04T10:00:59.999"), 2);

  @Test
  void aWindowEndsWithTheLastWholeMinute() {
    assertThat(WINDOW)
        .isEqualTo(
            new Window(
                LocalDateTime.parse("2026-01-04T08:00:00"),
                LocalDateTime.parse("2026-01-04T10:00:00"),
                2));
  }

  @Test
  void theWindowBeforeEndsWhereThisOneStarts() {
    assertThat(WINDOW.before().to()).isEqualTo(WINDOW.from());
    assertThat(WINDOW.before().from()).isEqualTo(LocalDateTime.parse("2026-01-04T06:00:00"));
  }
}

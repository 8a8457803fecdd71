package io.chainbridge.shadow.gatling;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.chainbridge.shadow.record.RunSample;
import io.chainbridge.shadow.record.Standing;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ProgressTest {
  private static final ProgressLine LINE =
      new ProgressLine(RunSample.gate(), Optional.empty(), OptionalLong.empty());

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final AtomicInteger asked = new AtomicInteger();

  private Progress progress(boolean terminal) {
    return new Progress(LINE, new PrintStream(out, false, UTF_8), terminal);
  }

  private Standing standing() {
    return new Standing(asked.incrementAndGet() * 100L, 0, "", 0, Map.of());
  }

  private void look(Progress progress, int fromMs, int toMs) {
    for (int ms = fromMs; ms <= toMs; ms += 250) {
      progress.look(Duration.ofMillis(ms), this::standing);
    }
  }

  @Test
  void isSilentAboutShortRuns() {
    try (Progress progress = progress(true)) {
      look(progress, 0, 4_750);
    }

    assertThat(out.toString(UTF_8)).isEmpty();
    assertThat(asked).hasValue(0);
  }

  @Test
  void isALineEveryFiveSeconds() {
    try (Progress progress = progress(false)) {
      look(progress, 250, 14_750);
    }

    assertThat(out.toString(UTF_8))
        .isEqualToNormalizingNewlines(
            """
            0:05 | 100 requests, 20/s, 0 failed
            0:10 | 200 requests, 20/s, 0 failed
            """);
    assertThat(asked).hasValue(2);
  }

  @Test
  void isRedrawnInItsPlaceOnATerminalAndErasedAtTheEnd() {
    try (Progress progress = progress(true)) {
      look(progress, 250, 5_500);
    }

    assertThat(out.toString(UTF_8))
        .isEqualTo(
            "\r\u001b[K\u001b[?7l0:05 | 100 requests, 20/s, 0 failed\u001b[?7h\r"
                + "\r\u001b[K\u001b[?7l0:05 | 200 requests, 200/s, 0 failed\u001b[?7h\r"
                + "\r\u001b[K");
  }

  @Test
  void saysNothingOnceItIsClosed() {
    Progress progress = progress(true);
    progress.close();
    look(progress, 250, 20_000);

    assertThat(out.toString(UTF_8)).isEmpty();
  }
}

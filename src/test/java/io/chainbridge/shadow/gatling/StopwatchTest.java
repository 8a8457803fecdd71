package io.chainbridge.shadow.gatling;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatling.http.response.NoResponseBody;
import io.gatling.http.response.Response;
import io.netty.handler.codec.http.EmptyHttpHeaders;
import io.netty.handler.codec.http.HttpResponseStatus;
import org.junit.jupiter.api.Test;
import scala.collection.immutable.Map$;

/** Where clocks leave a choice, whatever they say is off by a minute. */
class StopwatchTest {
  private static final long START_MS = 1_700_000_000_000L;
  private static final long MINUTE_MS = 60_000;

  private final Stopwatch stopwatch = new Stopwatch();

  @Test
  void aMillisecondThatHasNotPassedIsTakenOffAnAnswer() {
    stopwatch.answered();
    Response answer = answer(MINUTE_MS);
    Response corrected = stopwatch.corrected(answer);
    assertThat(corrected.endTimestamp()).isEqualTo(START_MS + MINUTE_MS - 1);
    assertThat(
            corrected.copy(
                answer.request(),
                corrected.startTimestamp(),
                answer.endTimestamp(),
                corrected.status(),
                corrected.headers(),
                corrected.body(),
                corrected.checksums(),
                corrected.isHttp2()))
        .isEqualTo(answer);
  }

  @Test
  void millisecondsThatHavePassedAreNot() {
    awaitMillis(2);
    stopwatch.answered();
    Response answer = answer(2);
    assertThat(stopwatch.corrected(answer)).isSameAs(answer);
    assertThat(stopwatch.corrected(answer(0)).endTimestamp()).isEqualTo(START_MS);
  }

  @Test
  void whatPassesAfterTheAnswerDoesNotCount() {
    stopwatch.answered();
    long micros = stopwatch.sentMicros();
    awaitAnotherMilli();
    assertThat(stopwatch.sentMicros()).isEqualTo(micros);
  }

  @Test
  void aConnectionIsPartOfItsTimeButNotOfThatSinceItWasSent() {
    awaitMillis(20);
    stopwatch.sent();
    stopwatch.answered();
    assertThat(stopwatch.millis()).isGreaterThanOrEqualTo(20);
    assertThat(stopwatch.sentMicros()).isLessThan(stopwatch.millis() * 1_000);
  }

  @Test
  void itCanBeStartedAnew() {
    awaitMillis(20);
    long before = stopwatch.sentMicros();
    stopwatch.start();
    assertThat(stopwatch.sentMicros()).isLessThan(before);
  }

  private void awaitMillis(long ms) {
    while (stopwatch.millis() < ms) {
      Thread.onSpinWait();
    }
  }

  private static void awaitAnotherMilli() {
    long start = System.nanoTime();
    while (System.nanoTime() - start < 1_000_000) {
      Thread.onSpinWait();
    }
  }

  private static Response answer(long ms) {
    return new Response(
        null,
        START_MS,
        START_MS + ms,
        HttpResponseStatus.OK,
        EmptyHttpHeaders.INSTANCE,
        new NoResponseBody(17),
        Map$.MODULE$.empty(),
        false);
  }
}

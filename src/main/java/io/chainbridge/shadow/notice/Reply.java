package io.chainbridge.shadow.notice;

import java.net.http.HttpHeaders;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/**
 * What came of a post. Holds no words of the other side, nor of an exception, which might repeat
 * the address. Immutable.
 *
 * @param delivered whether it was taken
 * @param passing whether another try may do better
 * @param reason in words, where it was not taken
 * @param retryAfter how long the other side asks to wait
 */
record Reply(boolean delivered, boolean passing, String reason, Optional<Duration> retryAfter) {

  static Reply failed(String reason) {
    return new Reply(false, true, reason, Optional.empty());
  }

  static Reply of(int status, HttpHeaders headers, Instant now) {
    boolean redirected = status >= 300 && status < 400;
    return new Reply(
        status >= 200 && status < 300,
        status == 429 || status >= 500,
        "it answered %d%s".formatted(status, redirected ? ", and redirects are not followed" : ""),
        headers.firstValue("Retry-After").flatMap(text -> retryAfter(text.strip(), now)));
  }

  /** Seconds or a date, by RFC 9110; empty if it is neither. */
  private static Optional<Duration> retryAfter(String text, Instant now) {
    if (text.matches("\\d{1,9}")) {
      return Optional.of(Duration.ofSeconds(Long.parseLong(text)));
    }
    try {
      Instant then = ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
      return Optional.of(then.isAfter(now) ? Duration.between(now, then) : Duration.ZERO);
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}

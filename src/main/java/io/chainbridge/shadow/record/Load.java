package io.chainbridge.shadow.record;

import java.time.Duration;
import java.util.Locale;

/**
 * The load that was asked for: a closed model, in which each virtual user waits for an answer
 * before it asks again.
 *
 * @param iterations measured requests per endpoint, in total
 * @param concurrency virtual users at once
 * @param warmup silent requests per endpoint before measuring
 * @param timeout of a request
 */
public record Load(int iterations, int concurrency, int warmup, Duration timeout) {
  /** In one line, for readers. */
  public String description() {
    return "closed model, %s, %s per endpoint after %s"
        .formatted(
            count(concurrency, "user"),
            count(iterations, "request"),
            warmup == 0 ? "no warm-up" : count(warmup, "silent one"));
  }

  private static String count(int number, String noun) {
    return String.format(Locale.ROOT, "%,d %s%s", number, noun, number == 1 ? "" : "s");
  }
}

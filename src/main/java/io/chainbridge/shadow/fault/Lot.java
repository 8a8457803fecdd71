package io.chainbridge.shadow.fault;

import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.matching.MatchResult;
import com.github.tomakehurst.wiremock.matching.ValueMatcher;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Draws whom a fault hits, of the requests whose path begins so. Thread-safe.
 *
 * @param share above 0, up to 1
 * @param hit counts them
 */
record Lot(String beginning, double share, AtomicLong hit) implements ValueMatcher<Request> {
  @Override
  public MatchResult match(Request request) {
    boolean drawn =
        request.getUrl().startsWith(beginning) && ThreadLocalRandom.current().nextDouble() < share;
    if (drawn) {
      hit.incrementAndGet();
    }
    return MatchResult.of(drawn);
  }
}

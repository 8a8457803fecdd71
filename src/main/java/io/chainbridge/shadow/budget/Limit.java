package io.chainbridge.shadow.budget;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a budget can limit. A limit is strict: it is met by a figure below it, and breached by one
 * that is equal.
 */
public enum Limit {
  /** Median of the latency, in milliseconds. */
  P50_LATENCY_MS(Quantile.P50),
  /** 95th percentile of the latency, in milliseconds. */
  P95_LATENCY_MS(Quantile.P95),
  /** 99th percentile of the latency, in milliseconds. */
  P99_LATENCY_MS(Quantile.P99),
  /** Mean size of a decoded response body, in KB of 1,024 bytes. */
  MAX_RESPONSE_SIZE_KB(null),
  /** Failed requests over all, 0 to 1. */
  MAX_FAILURE_RATE(null);

  private final @Nullable Quantile quantile;

  Limit(@Nullable Quantile quantile) {
    this.quantile = quantile;
  }

  /** Its name in budget files and results, such as {@code p95_latency_ms}. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The quantile that a latency limit is about; empty for the others. */
  public Optional<Quantile> quantile() {
    return Optional.ofNullable(quantile);
  }

  /** The limit with that key. */
  static Limit of(String key) {
    return find(key).orElseThrow();
  }

  /** The limit with that key; empty if it is none of these. */
  public static Optional<Limit> find(String key) {
    return Arrays.stream(values()).filter(limit -> limit.key().equals(key)).findFirst();
  }
}

package io.chainbridge.shadow.tuning;

import io.chainbridge.shadow.budget.Limit;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Figures as a person would write them into a budget file. */
final class Rounding {
  private static final BigDecimal TWO = BigDecimal.valueOf(2);
  private static final int RATE_DECIMALS = 3;
  private static final MathContext TWO_DIGITS = new MathContext(2, RoundingMode.CEILING);

  private Rounding() {}

  /**
   * The least such figure that is not below another: a latency in whole ms, or with two digits
   * below 10 ms; a size in halves of a KB; a failure rate in thousandths, at most 1.
   */
  static BigDecimal up(Limit limit, BigDecimal figure) {
    return switch (limit) {
      case P50_LATENCY_MS, P95_LATENCY_MS, P99_LATENCY_MS ->
          figure.compareTo(BigDecimal.TEN) < 0
              ? figure.round(TWO_DIGITS)
              : figure.setScale(0, RoundingMode.CEILING);
      case MAX_RESPONSE_SIZE_KB ->
          figure.multiply(TWO).setScale(0, RoundingMode.CEILING).divide(TWO);
      case MAX_FAILURE_RATE ->
          figure.setScale(RATE_DECIMALS, RoundingMode.CEILING).min(BigDecimal.ONE);
    };
  }

  /**
   * The least limit that a run can be told by: 1 ms, for latencies are measured in whole ms; half a
   * KB; the rate of a single failed request, to the thousandth below it, and a thousandth at least.
   *
   * @param requests of a run
   */
  static BigDecimal finest(Limit limit, long requests) {
    return switch (limit) {
      case P50_LATENCY_MS, P95_LATENCY_MS, P99_LATENCY_MS -> BigDecimal.ONE;
      case MAX_RESPONSE_SIZE_KB -> BigDecimal.ONE.divide(TWO);
      case MAX_FAILURE_RATE ->
          BigDecimal.ONE
              .divide(BigDecimal.valueOf(Math.max(1, requests)), RATE_DECIMALS, RoundingMode.FLOOR)
              .max(BigDecimal.ONE.movePointLeft(RATE_DECIMALS));
    };
  }
}

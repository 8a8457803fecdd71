package io.chainbridge.shadow.tuning;

import io.chainbridge.shadow.budget.Limit;
import io.chainbridge.shadow.trend.PastOutcome;
import io.chainbridge.shadow.trend.Series;
import io.chainbridge.shadow.trend.Subject;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What the runs of a series, since its last change of level, ask of a limit. Immutable.
 *
 * @param subject what the runs have in common
 * @param endpoint its name
 * @param limit what was measured
 * @param runs how many there are
 * @param enough whether they are as many as demanded
 * @param first when the first of them was
 * @param last when the last of them was
 * @param changed whether there were others before a change of level
 * @param quantile their quantile: {@code sorted[min(n - 1, floor(n * q))]}
 * @param highest of their figures
 * @param bound of the quantile; empty if they are too few to bound it
 * @param figure the least sensible one that is not below the quantile and its headroom, and above
 *     the quantile where that is above 0, since a figure that is equal breaches a limit
 * @param finest below this no run can tell a limit from another
 */
public record Ask(
    Subject subject,
    String endpoint,
    Limit limit,
    int runs,
    boolean enough,
    Instant first,
    Instant last,
    boolean changed,
    BigDecimal quantile,
    BigDecimal highest,
    Optional<Bound> bound,
    BigDecimal figure,
    BigDecimal finest) {

  private static final BigDecimal A_LITTLE_MORE = new BigDecimal("1.000001");

  /**
   * What the quantile of all such runs is at most, at a confidence of 95 %.
   *
   * @param order of the figure among those of the runs by size, from 1
   * @param figure in the limit's unit
   */
  public record Bound(int order, BigDecimal figure) {}

  /**
   * Of one endpoint.
   *
   * @param loads its series, each under another load; at least one
   */
  static Ask of(List<Series> loads, Limit limit, Terms terms) {
    List<Series.Figure> level =
        loads.stream()
            .flatMap(series -> series.sinceLastChange().figures().stream())
            .sorted(Comparator.comparing(figure -> figure.run().startedAt()))
            .toList();
    int all = loads.stream().mapToInt(series -> series.figures().size()).sum();
    List<BigDecimal> sorted =
        level.stream().map(figure -> BigDecimal.valueOf(figure.measured())).sorted().toList();
    int runs = level.size();
    BigDecimal quantile = sorted.get(index(runs, terms.quantile()));
    OptionalInt order = QuantileBound.order(runs, terms.quantile().doubleValue());
    return new Ask(
        loads.get(0).subject().ofAnyLoad(),
        loads.get(0).last().outcome().endpoint(),
        limit,
        runs,
        runs >= terms.minRuns(),
        level.get(0).run().startedAt(),
        level.get(runs - 1).run().startedAt(),
        runs < all,
        quantile,
        sorted.get(runs - 1),
        order.isEmpty()
            ? Optional.empty()
            : Optional.of(new Bound(order.getAsInt(), sorted.get(order.getAsInt() - 1))),
        figure(limit, quantile, terms.headroom()),
        Rounding.finest(limit, requests(level, terms)));
  }

  /** As of all quantiles here, but in exact arithmetic for any fraction. */
  private static int index(int runs, BigDecimal quantile) {
    int index =
        quantile.multiply(BigDecimal.valueOf(runs)).setScale(0, RoundingMode.FLOOR).intValue();
    return Math.min(runs - 1, index);
  }

  private static BigDecimal figure(Limit limit, BigDecimal quantile, BigDecimal headroom) {
    BigDecimal figure = Rounding.up(limit, quantile.multiply(headroom.add(BigDecimal.ONE)));
    return quantile.signum() > 0 && figure.compareTo(quantile) <= 0
        ? Rounding.up(limit, quantile.multiply(A_LITTLE_MORE))
        : figure;
  }

  /** Of the runs all but the smallest have as many: small is what a quantile leaves out. */
  private static long requests(List<Series.Figure> level, Terms terms) {
    List<Long> fromLargest =
        level.stream()
            .map(Series.Figure::outcome)
            .map(PastOutcome::requests)
            .sorted((one, other) -> Long.compare(other, one))
            .toList();
    return fromLargest.get(index(fromLargest.size(), terms.quantile()));
  }
}

package io.chainbridge.shadow.report;

import io.chainbridge.shadow.trend.Forecast;
import io.chainbridge.shadow.trend.Trend;
import java.util.Comparator;
import java.util.List;

/**
 * A forecast in a table.
 *
 * @param what limit and endpoint
 * @param last figure
 * @param weekly by how much it grows or falls in a week
 * @param budget that it will reach
 * @param reached when
 * @param interval between which days
 */
record ForecastRow(
    String branch,
    String what,
    String last,
    String weekly,
    String budget,
    String reached,
    String interval) {

  /** Of some trends, the soonest first. */
  static List<ForecastRow> of(List<Trend> trends) {
    return trends.stream()
        .filter(trend -> trend.forecast().isPresent())
        .sorted(Comparator.comparing(trend -> trend.forecast().orElseThrow().reached()))
        .map(trend -> of(trend, trend.forecast().orElseThrow()))
        .toList();
  }

  private static ForecastRow of(Trend trend, Forecast forecast) {
    return new ForecastRow(
        Branches.name(trend.subject().branch()),
        LimitPast.title(trend.last()),
        TrendText.figure(trend, trend.last().measured().orElseThrow()),
        (forecast.slopePerWeek() < 0 ? "\u2212" : "+")
            + TrendText.figure(trend, Math.abs(forecast.slopePerWeek())),
        Figures.budget(trend.last().limit(), trend.last().budget()),
        TrendText.day(forecast.reached()).toString(),
        "%s to %s".formatted(TrendText.day(forecast.earliest()), TrendText.day(forecast.latest())));
  }
}

package io.chainbridge.shadow.metrics;

import io.chainbridge.shadow.trend.Trend;
import io.chainbridge.shadow.verdict.Outcome;
import io.prometheus.metrics.model.snapshots.Labels;
import java.util.List;

/**
 * A limit with what was measured, what became of it, and how it came along.
 *
 * @param labels its own
 */
record LimitMetrics(Labels labels) {

  /** Of an endpoint, or of all, in a phase, or in all. */
  static LimitMetrics of(Labels gate, String endpoint, String phase, String limit) {
    Labels ofLimit = gate.add("limit", BaseUnit.name(limit));
    return new LimitMetrics(with(with(ofLimit, "endpoint", endpoint), "phase", phase));
  }

  /** An empty label is none. */
  private static Labels with(Labels labels, String name, String value) {
    return value.isEmpty() ? labels : labels.add(name, value);
  }

  void add(Outcome outcome, Families families) {
    BaseUnit.of(outcome.limit()).ifPresent(unit -> add(outcome, unit, families));
    outcome
        .headroom()
        .ifPresent(headroom -> families.gauge(Metric.HEADROOM_RATIO, labels, headroom));
    for (Outcome.Result result : Outcome.Result.values()) {
      families.gauge(
          Metric.LIMIT_RESULT,
          labels.add("result", result.key()),
          result == outcome.result() ? 1 : 0);
    }
  }

  private void add(Outcome outcome, BaseUnit unit, Families families) {
    families.gauge(unit.limit(), labels, BaseUnit.convert(outcome.limit(), outcome.budget()));
    outcome
        .measured()
        .ifPresent(
            figure ->
                families.gauge(unit.measured(), labels, BaseUnit.convert(outcome.limit(), figure)));
  }

  void add(Trend trend, Families families) {
    List<Trend.Change> changes = trend.changes();
    if (!changes.isEmpty()) {
      Trend.Change last = changes.get(changes.size() - 1);
      families.gauge(Metric.CHANGE_TIME, labels, RunMetrics.seconds(last.at()));
      if (last.before() != 0) {
        families.gauge(Metric.CHANGE_RATIO, labels, last.after() / last.before() - 1);
      }
    }
    trend
        .forecast()
        .ifPresent(
            forecast ->
                families.gauge(
                    Metric.FORECAST_TIME, labels, RunMetrics.seconds(forecast.reached())));
  }
}

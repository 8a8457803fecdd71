package io.chainbridge.shadow.metrics;

import io.chainbridge.shadow.budget.Quantile;
import io.chainbridge.shadow.record.EndpointRecord;
import io.chainbridge.shadow.record.InjectorHealth;
import io.chainbridge.shadow.record.NoiseFloor;
import io.chainbridge.shadow.record.RunRecord;
import io.chainbridge.shadow.trend.PastOutcome;
import io.chainbridge.shadow.trend.RunTrend;
import io.chainbridge.shadow.trend.Trend;
import io.chainbridge.shadow.verdict.Verdict;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/**
 * A run as metrics. Labels have the words of the gate, of this project, and in one metric branch
 * and commit: however a service behaves, there are no more series for it. A figure that is not
 * there is no series.
 */
record RunMetrics(RunRecord run, Verdict verdict, RunTrend trend) {

  /** All of them. */
  MetricSnapshots all() {
    Families families = new Families();
    addGate(families);
    run.endpoints().forEach(endpoint -> add(families, endpoint));
    return families.snapshots();
  }

  /** What is about no endpoint by itself. */
  MetricSnapshots ofGate() {
    Families families = new Families();
    addGate(families);
    return families.snapshots();
  }

  /** What is about one endpoint. */
  MetricSnapshots of(EndpointRecord endpoint) {
    Families families = new Families();
    add(families, endpoint);
    return families.snapshots();
  }

  private void add(Families families, EndpointRecord endpoint) {
    new EndpointMetrics(gate().add("endpoint", endpoint.name()), endpoint).addTo(families);
    addLimits(families, endpoint.name());
  }

  private void addGate(Families families) {
    families.info(Metric.RUN_INFO, info());
    families.gauge(Metric.RUN_START_TIME, gate(), seconds(run.startedAt()));
    families.gauge(Metric.RUN_DURATION, gate(), seconds(run.duration()));
    for (Verdict.Status status : Verdict.Status.values()) {
      families.gauge(
          Metric.VERDICT, gate().add("verdict", status.key()), status == verdict.status() ? 1 : 0);
    }
    run.injector().ifPresent(health -> add(families, health));
    addLimits(families, "");
  }

  private void add(Families families, InjectorHealth health) {
    families.gauge(Metric.INJECTOR_CPU_RATIO, gate(), health.processCpu());
    health.noise().ifPresent(noise -> add(families, noise));
  }

  private void add(Families families, NoiseFloor noise) {
    for (Quantile quantile : Quantile.values()) {
      families.gauge(
          Metric.INJECTOR_NOISE_FLOOR,
          gate().add("percentile", quantile.name().toLowerCase(Locale.ROOT)),
          seconds(noise.least(quantile)));
    }
  }

  private void addLimits(Families families, String endpoint) {
    verdict.outcomes().stream()
        .filter(outcome -> outcome.endpoint().equals(endpoint))
        .forEach(
            outcome ->
                LimitMetrics.of(gate(), endpoint, outcome.phase(), outcome.limit())
                    .add(outcome, families));
    for (Trend one : trend.trends()) {
      PastOutcome last = one.last();
      if (last.endpoint().equals(endpoint)) {
        LimitMetrics.of(gate(), endpoint, last.phase(), last.limit()).add(one, families);
      }
    }
  }

  private Labels gate() {
    return Labels.of("gate", run.gate());
  }

  private Labels info() {
    Labels labels =
        gate()
            .add("simulation", run.simulation())
            .add("target", run.embedded() ? "embedded" : "service");
    Labels onBranch = run.branch().map(branch -> labels.add("branch", branch)).orElse(labels);
    return run.commit().map(commit -> onBranch.add("commit", commit)).orElse(onBranch);
  }

  static double seconds(Instant instant) {
    return instant.toEpochMilli() / 1_000.0;
  }

  private static double seconds(Duration duration) {
    return duration.toNanos() / 1e9;
  }
}

package io.chainbridge.shadow.metrics;

import java.util.List;
import java.util.Locale;

/**
 * Every metric that a run leaves: dashboards and alerts are written against these names. What a run
 * counted is a gauge, since the next run begins anew.
 */
public enum Metric {
  /** The histogram that is also native where the format has such. */
  REQUEST_LATENCY(
      "request_latency_seconds",
      Type.HISTOGRAM,
      "gate endpoint",
      "Latency of the measured requests, failed ones included."),
  /** The figures that limits are about. */
  REQUEST_LATENCY_QUANTILES(
      "request_latency_quantiles_seconds",
      Type.SUMMARY,
      "gate endpoint quantile",
      "Exact quantiles of the latency of the measured requests, as the budgets are judged by."),
  /** Of all requests. */
  REQUEST_LATENCY_MAX(
      "request_latency_max_seconds",
      Type.GAUGE,
      "gate endpoint",
      "The longest latency of a measured request."),
  /** Its mean, sum over count, is what the limit is about. */
  RESPONSE_SIZE(
      "response_size_bytes",
      Type.SUMMARY,
      "gate endpoint quantile",
      "Size of the decoded bodies of answers with the expected status."),
  /** Of all bodies. */
  RESPONSE_SIZE_MAX(
      "response_size_max_bytes",
      Type.GAUGE,
      "gate endpoint",
      "The largest decoded body of an answer with the expected status."),
  /** Both outcomes, 0 included. */
  REQUESTS("requests", Type.GAUGE, "gate endpoint outcome", "Measured requests of the run."),
  /** Of all requests. */
  FAILURE_RATIO(
      "failure_ratio", Type.GAUGE, "gate endpoint", "Failed requests over all measured ones."),
  /** However many ways there were to break it. */
  CONTRACT_VIOLATIONS(
      "contract_violations", Type.GAUGE, "gate endpoint", "Answers that broke the contract."),
  /** Of latencies and recovery. */
  LIMIT_SECONDS("limit_seconds", Type.GAUGE, Labelling.LIMIT, "What a time must stay below."),
  /** Of sizes. */
  LIMIT_BYTES("limit_bytes", Type.GAUGE, Labelling.LIMIT, "What a size must stay below."),
  /** Of failures, drift and regressions. */
  LIMIT_RATIO("limit_ratio", Type.GAUGE, Labelling.LIMIT, "What a ratio must stay below."),
  /** Of capacity. */
  LIMIT_PER_SECOND(
      "limit_per_second", Type.GAUGE, Labelling.LIMIT, "What a rate must reach at least."),
  /** Beside {@link #LIMIT_SECONDS}. */
  MEASURED_SECONDS(
      "measured_seconds", Type.GAUGE, Labelling.LIMIT, "The time that a limit is about."),
  /** Beside {@link #LIMIT_BYTES}. */
  MEASURED_BYTES("measured_bytes", Type.GAUGE, Labelling.LIMIT, "The size that a limit is about."),
  /** Beside {@link #LIMIT_RATIO}. */
  MEASURED_RATIO("measured_ratio", Type.GAUGE, Labelling.LIMIT, "The ratio that a limit is about."),
  /** Beside {@link #LIMIT_PER_SECOND}. */
  MEASURED_PER_SECOND(
      "measured_per_second", Type.GAUGE, Labelling.LIMIT, "The rate that a limit is about."),
  /** Of every limit that there is a figure for. */
  HEADROOM_RATIO(
      "headroom_ratio",
      Type.GAUGE,
      Labelling.LIMIT,
      "The part of a budget that is left, negative where it is breached."),
  /** The contract included. */
  LIMIT_RESULT(
      "limit_result",
      Type.GAUGE,
      Labelling.LIMIT + " result",
      "1 for what became of a limit, 0 for what else could have."),
  /** Of the whole run. */
  VERDICT(
      "verdict",
      Type.GAUGE,
      "gate verdict",
      "1 for the verdict on the run, 0 for what else it could have been."),
  /** What the others are joined with to know more of the run. */
  RUN_INFO(
      "run_info",
      Type.INFO,
      "gate simulation target branch commit",
      "What was run and what it tested."),
  /** Of the first measured request. */
  RUN_START_TIME(
      "run_start_time_seconds",
      Type.GAUGE,
      "gate",
      "When the first measured request began, since the epoch."),
  /** Until the last answer. */
  RUN_DURATION(
      "run_duration_seconds",
      Type.GAUGE,
      "gate",
      "From the first measured request to the last answer."),
  /** Of limits that have moved to another level in the runs before, or in this one. */
  CHANGE_TIME(
      "change_time_seconds",
      Type.GAUGE,
      Labelling.LIMIT,
      "When the first run of a figure's present level began, since the epoch."),
  /** Beside {@link #CHANGE_TIME}. */
  CHANGE_RATIO(
      "change_ratio",
      Type.GAUGE,
      Labelling.LIMIT,
      "The present level of a figure over the one before, less 1."),
  /** Of limits whose figures surely move towards them. */
  FORECAST_TIME(
      "forecast_time_seconds",
      Type.GAUGE,
      Labelling.LIMIT,
      "When a figure reaches its budget if it goes on as it does, since the epoch."),
  /** Of all processors. */
  INJECTOR_CPU_RATIO(
      "injector_cpu_ratio",
      Type.GAUGE,
      "gate",
      "Share of all processors that the injector used while it measured."),
  /** By percentile. */
  INJECTOR_NOISE_FLOOR(
      "injector_noise_floor_seconds",
      Type.GAUGE,
      "gate percentile",
      "A latency limit below this is finer than what the injector could resolve.");

  /** What Prometheus calls the type of a metric. */
  public enum Type {
    /** A figure. */
    GAUGE,
    /** Quantiles with sum and count. */
    SUMMARY,
    /** Buckets with sum and count. */
    HISTOGRAM,
    /** A gauge of 1, whose labels are what matters. */
    INFO;

    /** As readers of Prometheus' text know it, in which an info is a gauge. */
    public String key() {
      return this == INFO ? GAUGE.key() : name().toLowerCase(Locale.ROOT);
    }
  }

  /** A nested class, for constants of an enum may not use its own. */
  private static final class Labelling {
    static final String LIMIT = "gate endpoint phase limit";
  }

  private static final String PREFIX = "shadow_load_";

  private final String name;
  private final Type type;
  private final String labels;
  private final String help;

  Metric(String name, Type type, String labels, String help) {
    this.name = name;
    this.type = type;
    this.labels = labels;
    this.help = help;
  }

  /** Its name in Prometheus; of summaries and histograms the name less the suffixes of series. */
  public String fullName() {
    return PREFIX + name;
  }

  /** What it is. */
  public Type type() {
    return type;
  }

  /**
   * All labels that a series of it may have, less the bounds of a histogram's buckets. One that has
   * nothing to say is absent: the endpoint of what is about all of them, the phase of a whole run.
   */
  public List<String> labels() {
    return List.of(labels.split(" "));
  }

  /** In a sentence. */
  public String help() {
    return help;
  }
}

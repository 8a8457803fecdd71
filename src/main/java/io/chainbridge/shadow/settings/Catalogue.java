package io.chainbridge.shadow.settings;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** Every setting there is. */
final class Catalogue {
  /** What properties of the embedded reference service begin with. */
  static final String REFERENCE = "reference.";

  static final Setting<URI> BASE_URL =
      new Setting<>(
          "baseUrl",
          Kind.target(),
          "http://127.0.0.1:8000",
          "embedded",
          "target; without it the reference service is started in a JVM of its own");

  static final Setting<Integer> ITERATIONS =
      new Setting<>(
          "iterations",
          Kind.wholeNumber(1, Integer.MAX_VALUE),
          "100",
          "20",
          "measured requests per endpoint, in total, shared out among the users");

  static final Setting<Integer> CONCURRENCY =
      new Setting<>("concurrency", Kind.wholeNumber(1, 10_000), "4", "1", "virtual users at once");

  static final Setting<Integer> WARMUP =
      new Setting<>(
          "warmup",
          Kind.wholeNumber(0, Integer.MAX_VALUE),
          "50",
          "50",
          "silent requests per endpoint before measuring, at least one a user, for 30 s at most; 0 for none");

  static final Setting<Duration> TIMEOUT =
      new Setting<>(
          "timeout",
          Kind.duration(Duration.ofMillis(1), Duration.ofHours(1)),
          "10s",
          "10s",
          "per request, connecting included");

  static final Setting<Path> BUDGETS =
      new Setting<>(
          "budgets",
          Kind.existingFile(),
          "budgets/shadow.json",
          "budgets/shadow.json",
          "the gate: a budget file");

  static final Setting<Double> P95_MS =
      new Setting<>(
          "p95Ms",
          Kind.positiveNumber(),
          "75",
          "the file's",
          "limit of p95_latency_ms for every endpoint");

  static final Setting<Double> P99_MS =
      new Setting<>(
          "p99Ms",
          Kind.positiveNumber(),
          "120",
          "the file's",
          "limit of p99_latency_ms for every endpoint");

  static final Setting<Double> MAX_SIZE_KB =
      new Setting<>(
          "maxSizeKb",
          Kind.positiveNumber(),
          "25",
          "the file's",
          "limit of max_response_size_kb for every endpoint; a KB is 1,024 bytes");

  static final Setting<Double> MAX_FAILURE_RATE =
      new Setting<>(
          "maxFailureRate",
          Kind.failureRate(),
          "0.05",
          "the file's",
          "limit of max_failure_rate for every endpoint, 0 to 1");

  static final Setting<Path> OUTPUT =
      new Setting<>(
          "output",
          Kind.path(),
          "target/probe.json",
          "none",
          "also write the results there, in the seed probe's JSON shape");

  static final Setting<Integer> REFERENCE_EVENTS =
      new Setting<>(
          REFERENCE + "events",
          Kind.wholeNumber(0, 200_000),
          "5000",
          "5000",
          "events in the embedded service's database");

  static final Setting<Long> REFERENCE_SEED =
      new Setting<>(REFERENCE + "seed", Kind.seed(), "42", "42", "what the events are drawn from");

  static final Setting<Duration> REFERENCE_LATENCY =
      new Setting<>(
          REFERENCE + "latency",
          Kind.duration(Duration.ZERO, Duration.ofMinutes(10)),
          "100ms",
          "0ms",
          "added to each answer of the embedded service");

  static final Setting<Double> REFERENCE_ERROR_RATE =
      new Setting<>(
          REFERENCE + "errorRate",
          Kind.share(),
          "0.12",
          "0",
          "share of the embedded service's answers that are errors, 0 to 1");

  static final Setting<Integer> REFERENCE_EVENTS_KB =
      new Setting<>(
          REFERENCE + "eventsKb",
          Kind.wholeNumber(0, 10_240),
          "40",
          "0",
          "least size of the embedded service's events answers, in KB");

  static final Setting<Boolean> REFERENCE_MODEL_VERSION =
      new Setting<>(
          REFERENCE + "modelVersion",
          Kind.flag(),
          "false",
          "true",
          "false leaves model_version out of the embedded service's answers");

  /** In the order in which a reader wants them. */
  static final List<Setting<?>> ALL =
      List.of(
          BASE_URL,
          ITERATIONS,
          CONCURRENCY,
          WARMUP,
          TIMEOUT,
          BUDGETS,
          P95_MS,
          P99_MS,
          MAX_SIZE_KB,
          MAX_FAILURE_RATE,
          OUTPUT,
          REFERENCE_EVENTS,
          REFERENCE_SEED,
          REFERENCE_LATENCY,
          REFERENCE_ERROR_RATE,
          REFERENCE_EVENTS_KB,
          REFERENCE_MODEL_VERSION);

  private Catalogue() {}
}

package io.chainbridge.shadow.settings;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** Every setting there is. */
final class Catalogue {
  /** What properties of the embedded reference service begin with. */
  static final String REFERENCE = "reference.";

  static final Setting<URI> BASE_URL =
      new Setting<>(
          "baseUrl",
          Kind.target(),
          "http://127.0.0.1:8000",
          Fallback.always("embedded"),
          "target; without it the reference service is started in a JVM of its own");

  static final Setting<Integer> WARMUP =
      new Setting<>(
          "warmup",
          Kind.wholeNumber(0, Integer.MAX_VALUE),
          "50",
          Fallback.always("50"),
          "silent requests per endpoint before measuring, at least one a user, for 30 s at most; 0 for none");

  static final Setting<Duration> TIMEOUT =
      new Setting<>(
          "timeout",
          Kind.duration(Duration.ofMillis(1), Duration.ofHours(1)),
          "10s",
          Fallback.always("10s"),
          "per request, connecting included");

  static final Setting<Path> BUDGETS =
      new Setting<>(
          "budgets",
          Kind.existingFile(),
          "budgets/shadow.json",
          Fallback.always("budgets/shadow.json"),
          "the gate: a budget file");

  static final Setting<Double> P95_MS =
      new Setting<>(
          "p95Ms",
          Kind.positiveNumber(),
          "75",
          Fallback.always("the file's"),
          "limit of p95_latency_ms for every endpoint");

  static final Setting<Double> P99_MS =
      new Setting<>(
          "p99Ms",
          Kind.positiveNumber(),
          "120",
          Fallback.always("the file's"),
          "limit of p99_latency_ms for every endpoint");

  static final Setting<Double> MAX_SIZE_KB =
      new Setting<>(
          "maxSizeKb",
          Kind.positiveNumber(),
          "25",
          Fallback.always("the file's"),
          "limit of max_response_size_kb for every endpoint; a KB is 1,024 bytes");

  static final Setting<Double> MAX_FAILURE_RATE =
      new Setting<>(
          "maxFailureRate",
          Kind.failureRate(),
          "0.05",
          Fallback.always("the file's"),
          "limit of max_failure_rate for every endpoint, 0 to 1");

  static final Setting<Path> OUTPUT =
      new Setting<>(
          "output",
          Kind.file(),
          "target/probe.json",
          Fallback.always("none"),
          "also write the results there, in the seed probe's JSON shape");

  static final Setting<URI> PUSHGATEWAY =
      new Setting<>(
          "pushgateway",
          Kind.address("it is asked without any"),
          "http://127.0.0.1:9091",
          Fallback.always("none"),
          "address of a Prometheus Pushgateway that gets the run's metrics at its end");

  static final Setting<URI> TOXIPROXY =
      new Setting<>(
          "toxiproxy",
          Kind.loopback(),
          "http://127.0.0.1:8474",
          Fallback.of(Shape.CHAOS, "none"),
          "address of a Toxiproxy on this machine that puts the faults in, in place of a proxy of the run's own");

  static final Setting<Boolean> PROGRESS =
      new Setting<>(
          "progress",
          Kind.flag(),
          "false",
          Fallback.always("true"),
          "a line every 5 s while it runs; on a terminal a bar");

  static final Setting<Boolean> STOP_EARLY =
      new Setting<>(
          "stopEarly",
          Kind.flag(),
          "true",
          Fallback.always("false").and(Shape.STRESS, "true"),
          "end as soon as the verdict can no longer change");

  static final Setting<Boolean> NOISE_FLOOR =
      new Setting<>(
          "noiseFloor",
          Kind.flag(),
          "false",
          Fallback.always("true"),
          "first find out what this machine can resolve today; a budget below that only warns");

  static final Setting<Boolean> GATLING_REPORT =
      new Setting<>(
          "gatlingReport",
          Kind.flag(),
          "false",
          Fallback.always("true").and(Shape.SOAK, "false"),
          "Gatling's own report and log, which take time and disk space after big runs");

  static final Setting<Integer> REFERENCE_EVENTS =
      new Setting<>(
          REFERENCE + "events",
          Kind.wholeNumber(0, 200_000),
          "5000",
          Fallback.always("5000"),
          "events in the embedded service's database");

  static final Setting<Long> REFERENCE_SEED =
      new Setting<>(
          REFERENCE + "seed",
          Kind.seed(),
          "42",
          Fallback.always("42"),
          "what the events are drawn from");

  static final Setting<Duration> REFERENCE_LATENCY =
      new Setting<>(
          REFERENCE + "latency",
          Kind.duration(Duration.ZERO, Duration.ofMinutes(10)),
          "100ms",
          Fallback.always("0ms"),
          "added to each answer of the embedded service");

  static final Setting<Double> REFERENCE_ERROR_RATE =
      new Setting<>(
          REFERENCE + "errorRate",
          Kind.share(),
          "0.12",
          Fallback.always("0"),
          "share of the embedded service's answers that are errors, 0 to 1");

  static final Setting<Integer> REFERENCE_EVENTS_KB =
      new Setting<>(
          REFERENCE + "eventsKb",
          Kind.wholeNumber(0, 10_240),
          "40",
          Fallback.always("0"),
          "least size of the embedded service's events answers, in KB");

  static final Setting<Boolean> REFERENCE_MODEL_VERSION =
      new Setting<>(
          REFERENCE + "modelVersion",
          Kind.flag(),
          "false",
          Fallback.always("true"),
          "false leaves model_version out of the embedded service's answers");

  /** In the order in which a reader wants them. */
  static final List<Setting<?>> ALL =
      Stream.of(
              List.of(BASE_URL),
              StartReader.ALL,
              BaselineReader.ALL,
              PaceSettings.ALL,
              ShareReader.ALL,
              List.of(
                  WARMUP,
                  TIMEOUT,
                  BUDGETS,
                  P95_MS,
                  P99_MS,
                  MAX_SIZE_KB,
                  MAX_FAILURE_RATE,
                  STOP_EARLY,
                  PROGRESS,
                  NOISE_FLOOR,
                  GATLING_REPORT,
                  OUTPUT),
              LiveReader.ALL,
              List.of(PUSHGATEWAY, TOXIPROXY),
              HistoryReader.ALL,
              NoticeReader.ALL,
              List.of(
                  REFERENCE_EVENTS,
                  REFERENCE_SEED,
                  REFERENCE_LATENCY,
                  REFERENCE_ERROR_RATE,
                  REFERENCE_EVENTS_KB,
                  REFERENCE_MODEL_VERSION))
          .<Setting<?>>flatMap(List::stream)
          .toList();

  private Catalogue() {}
}

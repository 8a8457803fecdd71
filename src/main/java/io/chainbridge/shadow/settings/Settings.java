package io.chainbridge.shadow.settings;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Where to aim and how hard, as the user set it: a system property wins over an environment
 * variable, which wins over the default. Immutable.
 *
 * @param baseUrl the target; empty for the embedded reference service
 * @param iterations measured requests per endpoint, in total; at least 1
 * @param concurrency virtual users at once; at least 1
 * @param warmup silent requests per endpoint before measuring; 0 for none
 * @param timeout after which a request has failed
 * @param budgets the budget file
 * @param limits what overrides the budget file's limits
 * @param output where the results are also written in the seed probe's JSON shape
 * @param reference how the embedded reference service behaves
 * @param resolved all of these, each with where it came from
 */
public record Settings(
    Optional<URI> baseUrl,
    int iterations,
    int concurrency,
    int warmup,
    Duration timeout,
    Path budgets,
    Limits limits,
    Optional<Path> output,
    Reference reference,
    List<ResolvedSetting> resolved) {

  /** Takes a copy of the list. */
  public Settings {
    resolved = List.copyOf(resolved);
  }

  /**
   * Limits that hold for every endpoint instead of the budget file's.
   *
   * @param p95Ms 95th percentile of the latency, in milliseconds
   * @param p99Ms 99th percentile of the latency, in milliseconds
   * @param maxSizeKb mean size of a response, in KB of 1,024 bytes
   * @param maxFailureRate failed requests over all, 0 to 1
   */
  public record Limits(
      OptionalDouble p95Ms,
      OptionalDouble p99Ms,
      OptionalDouble maxSizeKb,
      OptionalDouble maxFailureRate) {}

  /**
   * How the embedded reference service behaves, so that a red gate can be seen.
   *
   * @param events number of events in its database
   * @param seed of the events
   * @param latency added to each answer
   * @param errorRate share of the answers that are errors, 0 to 1
   * @param eventsKb least size of an events answer in KB; 0 adds nothing
   * @param modelVersion false leaves model_version out of every answer
   */
  public record Reference(
      int events,
      long seed,
      Duration latency,
      double errorRate,
      int eventsKb,
      boolean modelVersion) {}

  /** Virtual users that have something to do: as many as set, but not more than iterations. */
  public int users() {
    return Math.min(concurrency, iterations);
  }

  /**
   * Reads all settings at once.
   *
   * @param properties system properties
   * @param environment environment variables; a blank one counts as not set
   * @throws InvalidInputException naming every value that makes no sense
   */
  public static Settings read(Map<String, String> properties, Map<String, String> environment) {
    SettingsReader reader = new SettingsReader(properties, environment);
    Optional<URI> baseUrl = reader.find(Catalogue.BASE_URL);
    Settings settings =
        new Settings(
            baseUrl,
            reader.get(Catalogue.ITERATIONS, 20),
            reader.get(Catalogue.CONCURRENCY, 1),
            reader.get(Catalogue.WARMUP, 50),
            reader.get(Catalogue.TIMEOUT, Duration.ofSeconds(10)),
            reader.get(Catalogue.BUDGETS, Path.of("budgets", "shadow.json")),
            new Limits(
                number(reader.find(Catalogue.P95_MS)),
                number(reader.find(Catalogue.P99_MS)),
                number(reader.find(Catalogue.MAX_SIZE_KB)),
                number(reader.find(Catalogue.MAX_FAILURE_RATE))),
            reader.find(Catalogue.OUTPUT),
            new Reference(
                reader.get(Catalogue.REFERENCE_EVENTS, 5_000),
                reader.get(Catalogue.REFERENCE_SEED, 42L),
                reader.get(Catalogue.REFERENCE_LATENCY, Duration.ZERO),
                reader.get(Catalogue.REFERENCE_ERROR_RATE, 0.0),
                reader.get(Catalogue.REFERENCE_EVENTS_KB, 0),
                reader.get(Catalogue.REFERENCE_MODEL_VERSION, true)),
            reader.resolved());
    if (baseUrl.isPresent()) {
      reader.refuseReferenceSettings();
    }
    reader.refuseUnknown();
    reader.throwIfAnyProblem();
    return settings;
  }

  private static OptionalDouble number(Optional<Double> number) {
    return number.map(OptionalDouble::of).orElseGet(OptionalDouble::empty);
  }
}

package io.chainbridge.shadow.settings;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Where to aim and how hard, as the user set it: a system property wins over an environment
 * variable, which wins over the default. Immutable.
 *
 * @param shape what they are for
 * @param baseUrl the target; empty for the embedded reference service
 * @param start how the target starts
 * @param baseline what the target is compared with, where it is
 * @param pace how hard to ask, all shards together
 * @param share what of that this process does
 * @param startAt when it begins to measure; empty for as soon as it can
 * @param warmup silent requests per endpoint before measuring; 0 for none
 * @param timeout after which a request has failed
 * @param budgets the budget file
 * @param limits what overrides the budget file's limits
 * @param stopEarly whether to end as soon as the verdict can no longer change
 * @param progress whether to say how it goes while it runs
 * @param noiseFloor whether to find out before what the injector can resolve
 * @param gatlingReport whether Gatling keeps its log and writes its own report
 * @param output where the results are also written in the seed probe's JSON shape
 * @param live where figures go while the run lasts; empty for nowhere
 * @param pushgateway where metrics are pushed at the end; empty for nowhere
 * @param toxiproxy what puts faults in, in place of a proxy of the run's own; empty for that
 * @param history where the figures of runs are kept
 * @param notices who is told of a run
 * @param reference how the embedded reference service behaves
 * @param resolved all of these, each with where it came from
 */
public record Settings(
    Shape shape,
    Optional<URI> baseUrl,
    Start start,
    Baseline baseline,
    Pace pace,
    Share share,
    Optional<Instant> startAt,
    int warmup,
    Duration timeout,
    Path budgets,
    Limits limits,
    boolean stopEarly,
    boolean progress,
    boolean noiseFloor,
    boolean gatlingReport,
    Optional<Path> output,
    Optional<Live> live,
    Optional<URI> pushgateway,
    Optional<URI> toxiproxy,
    History history,
    NoticeSettings notices,
    Reference reference,
    List<ResolvedSetting> resolved) {

  /** Takes a copy of the list. */
  public Settings {
    resolved = List.copyOf(resolved);
  }

  /**
   * How the target starts, and how to tell that it has.
   *
   * @param command of the shell that starts the service of {@code baseUrl}, which is then present;
   *     empty if it runs already, or is the embedded one
   * @param healthUrl what must answer 2xx, without a host if it is a path at the target; empty for
   *     the budget file's path
   * @param timeout until it answers, from the start of the command or else from the first question
   */
  public record Start(Optional<String> command, Optional<URI> healthUrl, Duration timeout) {

    /** The same for another target: what is asked there is a path, or the budget file's. */
    public Start elsewhere() {
      return new Start(command, healthUrl.filter(url -> !url.isAbsolute()), timeout);
    }
  }

  /**
   * What the target is compared with. Both are empty for all load shapes that do not compare.
   *
   * @param url empty for a second embedded reference service
   * @param command of the shell that starts the service of {@code url}, which is then present
   */
  public record Baseline(Optional<URI> url, Optional<String> command) {
    /** Of a run that compares nothing, or two embedded services. */
    public static final Baseline NONE = new Baseline(Optional.empty(), Optional.empty());
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
   * Where figures go while a run lasts.
   *
   * @param otlp address that takes metrics by OTLP/HTTP, path included
   * @param headers that go with them
   */
  public record Live(URI otlp, CollectorHeaders headers) {}

  /**
   * Where the figures of runs are kept from run to run, and how many.
   *
   * @param folder empty if they are not kept
   * @param most runs, at least 1
   * @param age above which a run is no longer kept
   */
  public record History(Optional<Path> folder, int most, Duration age) {}

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
      boolean modelVersion) {

    /** With the same events, but no fault. */
    public Reference behavingWell() {
      return new Reference(events, seed, Duration.ZERO, 0, 0, true);
    }
  }

  /**
   * Reads all settings at once.
   *
   * @param shape what they are for
   * @param properties system properties
   * @param environment environment variables; a blank one counts as not set
   * @throws InvalidInputException naming every value that makes no sense
   */
  public static Settings read(
      Shape shape, Map<String, String> properties, Map<String, String> environment) {
    SettingsReader reader = new SettingsReader(shape, properties, environment);
    Optional<URI> baseUrl = reader.find(Catalogue.BASE_URL);
    Pace pace = new PaceReader(reader).read(shape);
    ShareReader shares = new ShareReader(reader);
    Share share = shares.read(pace);
    Settings settings =
        new Settings(
            shape,
            baseUrl,
            new StartReader(reader).read(),
            new BaselineReader(reader).read(),
            pace,
            share,
            shares.startAt(),
            reader.get(Catalogue.WARMUP),
            reader.get(Catalogue.TIMEOUT),
            reader.find(Catalogue.BUDGETS).orElse(Path.of("budgets", "shadow.json")),
            new Limits(
                number(reader.find(Catalogue.P95_MS)),
                number(reader.find(Catalogue.P99_MS)),
                number(reader.find(Catalogue.MAX_SIZE_KB)),
                number(reader.find(Catalogue.MAX_FAILURE_RATE))),
            share.shard().isEmpty() && reader.get(Catalogue.STOP_EARLY),
            reader.get(Catalogue.PROGRESS),
            reader.get(Catalogue.NOISE_FLOOR),
            reader.get(Catalogue.GATLING_REPORT),
            reader.find(Catalogue.OUTPUT),
            new LiveReader(reader, environment).read(),
            reader.find(Catalogue.PUSHGATEWAY),
            reader.find(Catalogue.TOXIPROXY),
            new HistoryReader(reader).read(),
            new NoticeReader(reader).read(),
            new Reference(
                reader.get(Catalogue.REFERENCE_EVENTS),
                reader.get(Catalogue.REFERENCE_SEED),
                reader.get(Catalogue.REFERENCE_LATENCY),
                reader.get(Catalogue.REFERENCE_ERROR_RATE),
                reader.get(Catalogue.REFERENCE_EVENTS_KB),
                reader.get(Catalogue.REFERENCE_MODEL_VERSION)),
            reader.resolved());
    reader.refuseIfOfOtherShapes(Catalogue.TOXIPROXY);
    if (baseUrl.isPresent()) {
      reader.refuseReferenceSettings();
    }
    reader.refuseUnknown(settings.budgets());
    reader.throwIfAnyProblem();
    return settings;
  }

  private static OptionalDouble number(Optional<Double> number) {
    return number.map(OptionalDouble::of).orElseGet(OptionalDouble::empty);
  }
}

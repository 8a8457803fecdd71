package io.chainbridge.shadow.record;

import io.chainbridge.shadow.settings.ResolvedSetting;
import io.chainbridge.shadow.settings.Share;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BinaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Adds up the records of the processes that made one load, in shards or from several regions.
 * Counts and histograms add exactly, so that each percentile is that of one process which had seen
 * all the answers; the order in which records are added changes nothing, nor does it matter whether
 * some of them are merged ones. What was not asked by all in the same way is refused. Not
 * thread-safe.
 */
public final class Merge {
  private static final String OR = " | ";

  private final Map<Share, String> sources = new TreeMap<>();
  private final List<RunShare> made = new ArrayList<>();
  private final TimelineSum timeline = new TimelineSum();
  private final Map<String, PhaseSum> phases = new LinkedHashMap<>();
  private final Map<String, EndpointSums> regions = new TreeMap<>();
  private @Nullable EndpointSums endpoints;
  private @Nullable RunRecord first;
  private @Nullable String firstSource;
  private Instant startedAt = Instant.MAX;
  private Instant endedAt = Instant.MIN;
  private List<ResolvedSetting> settings = List.of();
  private Map<String, String> environment = Map.of();
  private String target = "";
  private boolean embedded = true;
  private Optional<String> branch = Optional.empty();
  private Optional<InjectorHealth> injector = Optional.empty();
  private Optional<LiveMetrics> live = Optional.empty();
  private Optional<ArrivalCount> arrivals = Optional.empty();
  private Ending ending = Ending.COMPLETE;

  /**
   * Adds one record.
   *
   * @param source where it is from, for messages
   * @throws MixtureException if it is not of the same load as the others, or of a share that is
   *     there already; then it was not added
   */
  public void add(String source, RunRecord run) {
    refuse(source, run);
    long startMs = run.startedAt().toEpochMilli();
    if (first == null || endpoints == null) {
      first = run;
      firstSource = source;
      settings = run.settings();
      environment = run.environment();
      target = run.target();
      branch = run.branch();
      endpoints = new EndpointSums(run.endpoints());
    }
    run.shares().made().forEach(one -> sources.put(one.share(), source));
    made.addAll(run.shares().made());
    endpoints.add(run.endpoints(), startMs);
    regionsOf(run).forEach(region -> add(region, startMs));
    for (Phase phase : run.phases()) {
      phases.computeIfAbsent(phase.name(), unused -> new PhaseSum(phase)).add(phase, startMs);
    }
    timeline.add(run.timeline(), run.startedAt());
    startedAt = earlier(startedAt, run.startedAt());
    endedAt = later(endedAt, run.startedAt().plus(run.duration()));
    settings = settings.stream().filter(run.settings()::contains).toList();
    environment = together(environment, run.environment());
    target = together(target, run.target());
    embedded &= run.embedded();
    branch = branch.filter(name -> run.branch().equals(Optional.of(name)));
    injector = together(injector, run.injector(), InjectorHealth::worst);
    live = together(live, run.live(), LiveMetrics::plus);
    arrivals = together(arrivals, run.arrivals(), ArrivalCount::plus);
    ending = ending.worse(ending(run));
  }

  /** Whether a merged record has nothing but what was added already. */
  public boolean has(RunRecord merged) {
    return merged.shares().merged() && made.containsAll(merged.shares().made());
  }

  private void add(RegionRecord region, long startMs) {
    regions
        .computeIfAbsent(region.name(), unused -> new EndpointSums(region.endpoints()))
        .add(region.endpoints(), startMs);
  }

  private static List<RegionRecord> regionsOf(RunRecord run) {
    return run.shares().merged()
        ? run.regions()
        : run.shares().region().stream()
            .map(name -> new RegionRecord(name, run.endpoints()))
            .toList();
  }

  /** Of a record that is not a merged one already it says whose it is. */
  private static Ending ending(RunRecord run) {
    return run.shares().merged() || run.ending().reason().isEmpty()
        ? run.ending()
        : new Ending(
            run.ending().kind(),
            "%s: %s".formatted(run.shares().made().get(0).share(), run.ending().reason()));
  }

  private void refuse(String source, RunRecord run) {
    if (run.shares().made().isEmpty()) {
      throw new MixtureException(
          "%s: made all of its load by itself; only runs with -Dshard or -Dregion are merged"
              .formatted(source));
    }
    if (first != null) {
      refuseOther(first, source, run);
    }
    for (RunShare one : run.shares().made()) {
      if (sources.containsKey(one.share())) {
        throw new MixtureException(
            "%s: is %s, as %s is; each share of a load counts once, leave one of the two out"
                .formatted(source, one.share(), sources.get(one.share())));
      }
    }
  }

  private void refuseOther(RunRecord mine, String source, RunRecord run) {
    same(source, "gate", mine.gate(), run.gate());
    same(source, "budgets", digest(mine), digest(run));
    same(source, "simulation", mine.simulation(), run.simulation());
    if (!run.load().equals(mine.load())) { // to describe it takes longer
      same(source, "load", mine.load().description(), run.load().description());
      same(source, "timeout", mine.load().timeout(), run.load().timeout());
    }
    same(source, "commit", mine.commit().orElse("none"), run.commit().orElse("none"));
    same(source, "Gatling", gatling(mine), gatling(run));
    same(source, "endpoints", names(mine), names(run));
    same(
        source,
        "use of regions",
        mine.shares().regions().isEmpty() ? "without a region" : "with a region",
        run.shares().regions().isEmpty() ? "without a region" : "with a region");
    Map<String, Integer> shards = Shares.of(made).shardsByRegion();
    run.shares()
        .shardsByRegion()
        .forEach(
            (region, of) -> same(source, "number of shards", shards.getOrDefault(region, of), of));
  }

  private void same(String source, String what, Object mine, Object others) {
    if (!mine.equals(others)) {
      throw new MixtureException(
          "%s: is of another %s than %s: %s, not %s; only records of one load are merged"
              .formatted(source, what, firstSource, others, mine));
    }
  }

  private static String digest(RunRecord run) {
    return run.budgetsDigest().orElse("unknown");
  }

  private static String gatling(RunRecord run) {
    return run.environment().getOrDefault("gatling", "unknown");
  }

  private static String names(RunRecord run) {
    return run.endpoints().stream().map(EndpointRecord::name).collect(Collectors.joining(", "));
  }

  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }

  private static <T> Optional<T> together(
      Optional<T> one, Optional<T> other, BinaryOperator<T> both) {
    return one.isPresent() && other.isPresent()
        ? Optional.of(both.apply(one.get(), other.get()))
        : one.or(() -> other);
  }

  private static Map<String, String> together(Map<String, String> one, Map<String, String> other) {
    Map<String, String> both = new TreeMap<>(one);
    other.forEach((key, value) -> both.merge(key, value, Merge::together));
    return both;
  }

  /** Each value once, in order. */
  private static String together(String one, String other) {
    if (one.equals(other)) {
      return one;
    }
    TreeSet<String> values = new TreeSet<>();
    for (String text : List.of(one, other)) {
      values.addAll(Arrays.asList(text.split(" \\| ", -1)));
    }
    return String.join(OR, values);
  }

  /** Whether nothing was added. */
  public boolean isEmpty() {
    return first == null;
  }

  /**
   * All of what was added.
   *
   * @param missingAllowed whether it may be judged although shares are missing
   * @param expectedRegions from which records should be there, if any are from regions
   * @throws IllegalStateException if nothing was added
   */
  public RunRecord record(boolean missingAllowed, Set<String> expectedRegions) {
    if (first == null || endpoints == null) {
      throw new IllegalStateException("nothing was added");
    }
    long startMs = startedAt.toEpochMilli();
    return new RunRecord(
        "",
        first.simulation(),
        first.gate(),
        target,
        embedded,
        first.commit(),
        branch,
        startedAt,
        Duration.between(startedAt, endedAt),
        first.budgetsDigest(),
        first.load(),
        new Shares(made, true, missingAllowed, expectedRegions),
        settings,
        environment,
        injector,
        live,
        arrivals,
        ending,
        timeline.timeline(),
        phases.values().stream()
            .map(phase -> phase.phase(startMs))
            .sorted(Comparator.comparing(Phase::start).thenComparing(Phase::name))
            .toList(),
        endpoints.records(startMs),
        regions.entrySet().stream()
            .map(entry -> new RegionRecord(entry.getKey(), entry.getValue().records(startMs)))
            .toList(),
        Optional.empty(),
        Optional.empty());
  }
}

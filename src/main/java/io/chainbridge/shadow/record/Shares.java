package io.chainbridge.shadow.record;

import io.chainbridge.shadow.settings.Shard;
import io.chainbridge.shadow.settings.Share;
import java.time.Duration;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Whose load a record is of, where several processes made it. Immutable.
 *
 * @param made in order; none of a run that made all of its load by itself
 * @param merged whether they come from records of their own
 * @param missingAllowed whether the record may be judged although some are missing
 * @param expectedRegions those that the budget file names, where records were merged by it
 */
public record Shares(
    List<RunShare> made, boolean merged, boolean missingAllowed, Set<String> expectedRegions) {
  /** Of a run that made all of its load by itself. */
  public static final Shares NONE = of(List.of());

  public Shares {
    made = made.stream().sorted().toList();
    expectedRegions = Collections.unmodifiableSortedSet(new TreeSet<>(expectedRegions));
  }

  /** Of a record that one process made. */
  public static Shares of(List<RunShare> made) {
    return new Shares(made, false, false, Set.of());
  }

  /** The same, of a process whose record has that id. */
  Shares withRunId(String runId) {
    return merged ? this : of(made.stream().map(one -> one.withRunId(runId)).toList());
  }

  /** The region of a process that is in one; empty of merged records, which may be of several. */
  public Optional<String> region() {
    return merged
        ? Optional.empty()
        : made.stream().findFirst().flatMap(one -> one.share().region());
  }

  /** Whether one process made the record, and not all of the load of its region. */
  public boolean isPart() {
    return !merged && made.stream().anyMatch(one -> one.share().part().of() > 1);
  }

  /** All regions that there are, in order. */
  public SortedSet<String> regions() {
    return made.stream()
        .flatMap(one -> one.share().region().stream())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /**
   * What is missing of the load: the other shards of each region that there is, and where several
   * records are merged, whole regions too.
   *
   * @return in order, each as {@link Share} writes it; none if the load is whole
   */
  public List<String> missing() {
    List<String> shards =
        byRegion().values().stream().flatMap(some -> missingShards(some).stream()).toList();
    Set<String> there = regions();
    List<String> regions =
        !merged || there.isEmpty()
            ? List.of()
            : expectedRegions.stream().filter(name -> !there.contains(name)).toList();
    return Stream.concat(shards.stream(), regions.stream()).toList();
  }

  private SortedMap<String, List<Share>> byRegion() {
    return made.stream()
        .map(RunShare::share)
        .collect(
            Collectors.groupingBy(
                share -> share.region().orElse(""), TreeMap::new, Collectors.toList()));
  }

  private static List<String> missingShards(List<Share> ofRegion) {
    int of = ofRegion.get(0).part().of();
    Set<Integer> there =
        ofRegion.stream().map(share -> share.part().number()).collect(Collectors.toSet());
    return IntStream.rangeClosed(1, of)
        .filter(number -> !there.contains(number))
        .mapToObj(
            number ->
                new Share(ofRegion.get(0).region(), Optional.of(new Shard(number, of))).toString())
        .toList();
  }

  /** How many shards each region should have, by region; the empty name is that of no region. */
  public Map<String, Integer> shardsByRegion() {
    return byRegion().entrySet().stream()
        .collect(
            Collectors.toMap(
                Map.Entry::getKey,
                entry -> entry.getValue().get(0).part().of(),
                (one, other) -> one,
                TreeMap::new));
  }

  /**
   * How long after the first of the shards of a region its last one began, where that is the
   * longest of all regions; empty without two of a region.
   */
  public Optional<Gap> longestGap() {
    return made.stream()
        .collect(Collectors.groupingBy(one -> one.share().region().orElse("")))
        .values()
        .stream()
        .filter(shards -> shards.size() > 1)
        .map(Gap::of)
        .max(Comparator.comparing(Gap::length));
  }

  /** Two shards of a region of which one began that much later. */
  public record Gap(RunShare first, RunShare last) {
    private static Gap of(List<RunShare> shards) {
      Comparator<RunShare> byStart = Comparator.comparing(RunShare::startedAt);
      return new Gap(Collections.min(shards, byStart), Collections.max(shards, byStart));
    }

    /** How much later. */
    public Duration length() {
      return Duration.between(first.startedAt(), last.startedAt());
    }
  }
}

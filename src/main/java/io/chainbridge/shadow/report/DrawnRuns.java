package io.chainbridge.shadow.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.chainbridge.shadow.trend.PastRun;
import io.chainbridge.shadow.trend.Series;
import io.chainbridge.shadow.trend.Trend;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The runs whose figures the charts of a subject show: the newest of each branch.
 *
 * @param runs the oldest first
 * @param total how many the branches shown have
 * @param places where each run is among them
 */
record DrawnRuns(List<PastRun> runs, int total, IdentityHashMap<PastRun, Integer> places) {
  /** Of a branch: more points than pixels tell nothing. */
  static final int MOST = 1_000;

  /** Of a branch on a page with whatever many limits. */
  private static final int LEAST = 20;

  private static final Comparator<PastRun> OLDEST_FIRST =
      Comparator.comparing(PastRun::startedAt).thenComparing(PastRun::runId);

  private static final Duration LEAST_AHEAD = Duration.ofDays(30);

  /** How many a branch has in a chart so that a page with that many series stays small. */
  static int most(long series) {
    return (int) Math.max(LEAST, Math.min(MOST, 400_000 / Math.max(1, series)));
  }

  /**
   * Chooses them.
   *
   * @param trends of the branches that are shown
   * @param most of each branch
   */
  static DrawnRuns of(List<Trend> trends, int most) {
    Set<PastRun> withFigures = Collections.newSetFromMap(new IdentityHashMap<>());
    trends.forEach(
        trend -> trend.series().figures().forEach(figure -> withFigures.add(figure.run())));
    List<PastRun> runs =
        withFigures.stream()
            .sorted(OLDEST_FIRST)
            .collect(Collectors.groupingBy(run -> run.subject().branch()))
            .values()
            .stream()
            .flatMap(ofBranch -> ofBranch.stream().skip(Math.max(0, ofBranch.size() - most)))
            .sorted(OLDEST_FIRST)
            .toList();
    IdentityHashMap<PastRun, Integer> places = new IdentityHashMap<>();
    IntStream.range(0, runs.size()).forEach(place -> places.put(runs.get(place), place));
    return new DrawnRuns(runs, withFigures.size(), places);
  }

  /** Where the run is among them; empty if it is not drawn. */
  OptionalInt place(PastRun run) {
    Integer place = places.get(run);
    return place == null ? OptionalInt.empty() : OptionalInt.of(place);
  }

  /** How far ahead charts look: as long again as the runs took, or 30 days. There is a run. */
  Instant horizon() {
    Instant last = runs.get(runs.size() - 1).startedAt();
    Duration taken = Duration.between(runs.get(0).startedAt(), last);
    return last.plus(taken.compareTo(LEAST_AHEAD) < 0 ? LEAST_AHEAD : taken);
  }

  /** The figures of a trend that are drawn, by place. */
  Map<Integer, Series.Figure> figures(Trend trend) {
    return trend.series().figures().stream()
        .filter(figure -> places.containsKey(figure.run()))
        .collect(
            Collectors.toMap(
                figure -> places.get(figure.run()),
                figure -> figure,
                (one, other) -> other,
                TreeMap::new));
  }

  /** When they were, on which branch, of which commit, and where their pages are. */
  ObjectNode json(Branches branches, RunLinks links) {
    ObjectNode json = Columns.object();
    branches.shown().forEach(branch -> json.withArray("branches").add(Branches.name(branch)));
    ArrayNode times = json.putArray("times");
    ArrayNode branch = json.putArray("branch");
    ArrayNode commits = json.putArray("commits");
    ArrayNode pages = json.putArray("pages");
    for (PastRun run : runs) {
      times.add(run.startedAt().getEpochSecond());
      branch.add(branches.place(run.subject().branch()));
      commits.add(run.commit().map(TrendText::commit).orElse(""));
      pages.add(links.folder(run.runId()).orElse(null));
    }
    return json;
  }
}

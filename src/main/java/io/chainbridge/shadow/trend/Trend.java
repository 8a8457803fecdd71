package io.chainbridge.shadow.trend;

import io.chainbridge.shadow.verdict.Outcome;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How one limit at one endpoint went from run to run. Immutable.
 *
 * @param subject what its runs have in common
 * @param last what became of the limit in the last run
 * @param runs that have a figure of it
 * @param first when the first of them was
 * @param lastAt when the last of them was
 * @param changes of level, in order
 * @param forecast when the figure reaches its budget; empty if it does not surely move there, or
 *     did not meet it in the last run
 */
public record Trend(
    Subject subject,
    PastOutcome last,
    int runs,
    Instant first,
    Instant lastAt,
    List<Change> changes,
    Optional<Forecast> forecast) {

  public Trend {
    changes = List.copyOf(changes);
  }

  /**
   * A change of level between two runs.
   *
   * @param at when the first run of the new level was
   * @param lastCommit of the last run of the level before, where it is known
   * @param firstCommit of the first run of the new one, where it is known
   * @param before median, in the limit's unit
   * @param after median, in the limit's unit
   * @param pValue small is significant
   */
  public record Change(
      Instant at,
      Optional<String> lastCommit,
      Optional<String> firstCommit,
      double before,
      double after,
      double pValue) {}

  private record Key(Subject subject, String phase, String endpoint, String limit) {}

  private record Figure(PastRun run, PastOutcome outcome) {}

  /**
   * The trends of all series in a history, in the order in which they first appear. Runs that were
   * cut short, or whose figures are the injector's, are left out.
   *
   * @param runs the oldest first
   */
  public static List<Trend> of(List<PastRun> runs) {
    Map<Key, List<Figure>> series = new LinkedHashMap<>();
    for (PastRun run : runs) {
      for (PastOutcome outcome : run.tells() ? run.outcomes() : List.<PastOutcome>of()) {
        if (outcome.measured().isPresent()) {
          Key key = new Key(run.subject(), outcome.phase(), outcome.endpoint(), outcome.limit());
          series.computeIfAbsent(key, none -> new ArrayList<>()).add(new Figure(run, outcome));
        }
      }
    }
    return series.values().parallelStream().map(Trend::ofOne).toList();
  }

  private static Trend ofOne(List<Figure> series) {
    double[] figures =
        series.stream().mapToDouble(figure -> figure.outcome().measured().orElseThrow()).toArray();
    List<ChangePoint> points = ChangePoints.of(figures);
    int level = points.isEmpty() ? 0 : points.get(points.size() - 1).index();
    Figure last = series.get(series.size() - 1);
    return new Trend(
        last.run().subject(),
        last.outcome(),
        figures.length,
        series.get(0).run().startedAt(),
        last.run().startedAt(),
        points.stream().map(point -> change(series, point)).toList(),
        forecast(series.subList(level, series.size()), last.outcome()));
  }

  private static Change change(List<Figure> series, ChangePoint point) {
    PastRun first = series.get(point.index()).run();
    return new Change(
        first.startedAt(),
        series.get(point.index() - 1).run().commit(),
        first.commit(),
        point.before(),
        point.after(),
        point.pValue());
  }

  private static Optional<Forecast> forecast(List<Figure> level, PastOutcome last) {
    double[] figures =
        level.stream().mapToDouble(figure -> figure.outcome().measured().orElseThrow()).toArray();
    List<Instant> times = level.stream().map(figure -> figure.run().startedAt()).toList();
    boolean breaksBelow = last.limit().equals(Outcome.MIN_CAPACITY);
    return Forecast.of(times, figures, last.budget())
        .filter(forecast -> last.result() == Outcome.Result.MET)
        .filter(forecast -> breaksBelow == forecast.slopePerWeek() < 0);
  }
}

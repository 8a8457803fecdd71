package io.chainbridge.shadow.trend;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * When a figure that grows reaches its budget if it goes on as it does: by a {@link RobustSlope}
 * through the figures since the last change point. Immutable.
 *
 * @param slopePerWeek in the limit's unit; negative if the figure falls
 * @param reached when the line meets the budget
 * @param earliest the same by the steepest slope of an interval of {@value #CONFIDENCE}
 * @param latest the same by the flattest
 */
public record Forecast(double slopePerWeek, Instant reached, Instant earliest, Instant latest) {
  /** Of the dates. How figures scatter around the line is not part of it. */
  public static final double CONFIDENCE = 0.8;

  /** That there is a slope at all. */
  static final double CERTAINTY = 0.99;

  /** With fewer there is no slope to speak of. */
  static final int LEAST_FIGURES = 8;

  /** Slopes are of pairs, whose number grows with the square; the newest say most. */
  private static final int MOST_FIGURES = 300;

  private static final double DAY_MS = Duration.ofDays(1).toMillis();
  private static final double HORIZON_DAYS = 3_650;

  /**
   * Looks ahead.
   *
   * @param times in order
   * @param figures as many
   * @param budget that the figure must not reach from below, or from above if it must exceed it
   * @return empty if the figure does not surely move towards the budget, is there already, or will
   *     not be for ten years
   */
  static Optional<Forecast> of(List<Instant> times, double[] figures, double budget) {
    int from = Math.max(0, figures.length - MOST_FIGURES);
    if (figures.length < LEAST_FIGURES || !times.get(from).isBefore(times.get(times.size() - 1))) {
      return Optional.empty();
    }
    Instant last = times.get(times.size() - 1);
    double[] days =
        IntStream.range(from, figures.length)
            .mapToDouble(i -> Duration.between(last, times.get(i)).toMillis() / DAY_MS)
            .toArray();
    double[] recent = IntStream.range(from, figures.length).mapToDouble(i -> figures[i]).toArray();
    RobustSlope line = new RobustSlope(days, recent);
    double gap = budget - line.at(0, line.slope());
    boolean towards = gap * line.slope() > 0;
    if (!towards || !line.interval(CERTAINTY).excludesZero() || gap / line.slope() > HORIZON_DAYS) {
      return Optional.empty();
    }
    RobustSlope.Interval slopes = line.interval(CONFIDENCE);
    Instant one = meets(line, slopes.least(), budget, last);
    Instant other = meets(line, slopes.most(), budget, last);
    boolean ordered = one.isBefore(other);
    return Optional.of(
        new Forecast(
            7 * line.slope(),
            meets(line, line.slope(), budget, last),
            ordered ? one : other,
            ordered ? other : one));
  }

  /**
   * Where the line is at a time.
   *
   * @param budget that it reaches
   */
  public double at(Instant time, double budget) {
    double weeks = Duration.between(time, reached).toMillis() / (7 * DAY_MS);
    return budget - slopePerWeek * weeks;
  }

  /** Not before the last run, and not beyond ten times the horizon. */
  private static Instant meets(RobustSlope line, double slope, double budget, Instant last) {
    double days = (budget - line.at(0, slope)) / slope;
    return last.plusMillis(Math.round(DAY_MS * Math.max(0, Math.min(10 * HORIZON_DAYS, days))));
  }
}

package io.chainbridge.shadow.report;

import io.chainbridge.shadow.trend.Forecast;
import io.chainbridge.shadow.trend.PastOutcome;
import io.chainbridge.shadow.trend.RunTrend;
import io.chainbridge.shadow.trend.Subject;
import io.chainbridge.shadow.trend.Trend;
import io.chainbridge.shadow.verdict.Outcome;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Trends in words: for a terminal a table for each subject, and sentences on what changed and will.
 */
public final class TrendText {
  private static final int LONGEST_NAME = 80;
  private static final int COMMIT_DIGITS = 10;

  /** In place of a branch's name. */
  static final String NO_BRANCH = "no branch";

  private TrendText() {}

  /** All trends; empty text for none. */
  public static String write(List<Trend> trends) {
    Map<Subject, List<Trend>> bySubject =
        trends.stream()
            .collect(
                Collectors.groupingBy(Trend::subject, LinkedHashMap::new, Collectors.toList()));
    return bySubject.entrySet().stream()
        .map(entry -> String.join("\n", lines(entry.getKey(), entry.getValue())) + "\n")
        .collect(Collectors.joining("\n"));
  }

  private static List<String> lines(Subject subject, List<Trend> trends) {
    List<String> lines = new ArrayList<>();
    lines.add(
        "%s, %s"
            .formatted(
                target(subject),
                subject.branch().map(branch -> "branch " + name(branch)).orElse(NO_BRANCH)));
    subject.load().ifPresent(load -> lines.add(name(load)));
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("endpoint", "limit", "budget", "last", "runs", "first run", "last run"));
    trends.forEach(trend -> rows.add(row(trend)));
    lines.addAll(TextTable.lines(rows));
    trends.forEach(
        trend -> trend.changes().forEach(change -> lines.add("- " + sentence(trend, change))));
    trends.forEach(
        trend ->
            trend.forecast().ifPresent(forecast -> lines.add("- " + sentence(trend, forecast))));
    return lines;
  }

  /** Such as {@code Gate shadow, Probe on embedded}. */
  static String ofAnyBranch(Subject subject) {
    return target(subject) + subject.load().map(load -> ": " + name(load)).orElse("");
  }

  private static String target(Subject subject) {
    return "Gate %s, %s on %s"
        .formatted(name(subject.gate()), subject.shape(), name(subject.target()));
  }

  private static List<String> row(Trend trend) {
    PastOutcome last = trend.last();
    return List.of(
        endpoint(last),
        name(last.limit()),
        Figures.budget(last.limit(), last.budget()),
        figure(trend, last.measured().orElseThrow()),
        Figures.count(trend.runs()),
        day(trend.first()).toString(),
        day(trend.lastAt()).toString());
  }

  /** Of what is recent, how figures changed. */
  static List<String> recent(RunTrend trend) {
    return trend.trends().stream()
        .flatMap(each -> each.recentChanges().stream().map(change -> sentence(each, change)))
        .toList();
  }

  /** Which budgets will soon be reached. */
  static List<String> warnings(RunTrend trend) {
    return trend.trends().stream()
        .flatMap(each -> each.nearForecast().stream().map(near -> sentence(each, near)))
        .toList();
  }

  /** Such as {@code p95_latency_ms of stats rose by 20 % on 2026-01-21, from 12 ms to 14.4 ms}. */
  public static String sentence(Trend trend, Trend.Change change) {
    return "%s %s%s on %s, from %s to %s%s"
        .formatted(
            subject(trend),
            change.after() > change.before() ? "rose" : "fell",
            share(trend, change).map(share -> " by " + Figures.share(Math.abs(share))).orElse(""),
            day(change.at()),
            figure(trend, change.before()),
            figure(trend, change.after()),
            commits(change));
  }

  /**
   * By which share of the level before it moved; empty if that was nothing, or is a share itself of
   * which another means nothing.
   */
  static Optional<Double> share(Trend trend, Trend.Change change) {
    return Outcome.regressing(trend.last().limit()).isPresent() || change.before() == 0
        ? Optional.empty()
        : Optional.of(change.after() / change.before() - 1);
  }

  private static String commits(Trend.Change change) {
    return change.lastCommit().isEmpty() || change.firstCommit().isEmpty()
        ? ""
        : ", between commits %s and %s"
            .formatted(commit(change.lastCommit().get()), commit(change.firstCommit().get()));
  }

  /** As much of a hash as people write. */
  public static String commit(String commit) {
    return Quotation.of(commit, COMMIT_DIGITS).replace("\u2026", "");
  }

  /**
   * Such as {@code p95_latency_ms of stats grows by 1.4 ms a week; it reaches 75 ms around ...}.
   */
  public static String sentence(Trend trend, Forecast forecast) {
    return "%s %s by %s a week; it reaches %s around %s (%s interval %s to %s)"
        .formatted(
            subject(trend),
            forecast.slopePerWeek() > 0 ? "grows" : "falls",
            figure(trend, Math.abs(forecast.slopePerWeek())),
            figure(trend, trend.last().budget()),
            day(forecast.reached()),
            Figures.percent(Forecast.CONFIDENCE),
            day(forecast.earliest()),
            day(forecast.latest()));
  }

  private static String subject(Trend trend) {
    return subject(trend.last());
  }

  /** Such as {@code p95_latency_ms of stats}. */
  static String subject(PastOutcome outcome) {
    return "%s of %s".formatted(name(outcome.limit()), endpoint(outcome));
  }

  /** Whom it is about, and in which phase. */
  static String endpoint(PastOutcome outcome) {
    String endpoint = outcome.endpoint().isEmpty() ? "all" : name(outcome.endpoint());
    return outcome.phase().isEmpty()
        ? endpoint
        : "%s in %s".formatted(endpoint, name(outcome.phase()));
  }

  static String figure(Trend trend, double figure) {
    return Figures.withUnit(trend.last().limit(), figure);
  }

  static LocalDate day(Instant instant) {
    return LocalDate.ofInstant(instant, ZoneOffset.UTC);
  }

  static String name(String text) {
    return Quotation.of(text, LONGEST_NAME);
  }
}

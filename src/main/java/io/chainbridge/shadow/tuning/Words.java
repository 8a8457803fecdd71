package io.chainbridge.shadow.tuning;

import io.chainbridge.shadow.budget.Limit;
import io.chainbridge.shadow.report.Figures;
import io.chainbridge.shadow.report.Quotation;
import io.chainbridge.shadow.trend.PastRun;
import io.chainbridge.shadow.trend.Subject;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Parts of sentences on tuning. Names that runs brought along are made fit to be shown. */
final class Words {
  private static final int LONGEST_NAME = 80;

  private Words() {}

  /** Such as {@code 80 runs of Probe on embedded, 2026-01-01 to 2026-03-21}; a line a subject. */
  static List<String> runs(Selection selection) {
    Map<Subject, List<PastRun>> bySubject =
        selection.runs().stream()
            .collect(
                Collectors.groupingBy(PastRun::subject, LinkedHashMap::new, Collectors.toList()));
    return bySubject.entrySet().stream()
        .map(
            entry ->
                "%s of %s, %s"
                    .formatted(
                        count(entry.getValue().size()),
                        subject(entry.getKey()),
                        days(
                            entry.getValue().get(0).startedAt(),
                            entry.getValue().get(entry.getValue().size() - 1).startedAt())))
        .toList();
  }

  /** Of a subject what tells those of one selection apart. */
  static String subject(Subject subject) {
    return "%s on %s".formatted(subject.shape(), name(subject.target()));
  }

  static String branch(Selection selection) {
    return selection.branch().map(branch -> "branch " + name(branch)).orElse("every branch");
  }

  /** Such as {@code the 0.95 quantile of past runs, and 25 % on top}. */
  static String terms(Terms terms) {
    return "the %s quantile of past runs, and %s on top"
        .formatted(
            terms.quantile().toPlainString(), Figures.percent(terms.headroom().doubleValue()));
  }

  /** Whom a limit holds for. */
  static String whose(Place place) {
    return place.owner().orElse("all");
  }

  static String figure(Limit limit, BigDecimal figure) {
    return Figures.withUnit(limit.key(), figure.doubleValue());
  }

  static String count(int runs) {
    return Figures.counted(runs, "run", "runs");
  }

  static String days(Instant first, Instant last) {
    return "%s to %s".formatted(day(first), day(last));
  }

  /** When the runs of an ask were. */
  static String days(Ask ask) {
    return (ask.changed() ? "since a change of level, " : "") + days(ask.first(), ask.last());
  }

  private static LocalDate day(Instant instant) {
    return LocalDate.ofInstant(instant, ZoneOffset.UTC);
  }

  static String name(String text) {
    return Quotation.of(text, LONGEST_NAME);
  }
}

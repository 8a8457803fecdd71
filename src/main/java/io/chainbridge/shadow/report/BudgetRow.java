package io.chainbridge.shadow.report;

import io.chainbridge.shadow.budget.BudgetHistory;
import io.chainbridge.shadow.budget.LimitChange;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What a commit made of a budget file, in a table.
 *
 * @param when it was committed
 * @param commit short
 * @param subject of the commit
 * @param file its path
 * @param lines what it did to which limits
 */
record BudgetRow(String when, String commit, String subject, String file, List<Line> lines) {
  private static final int MOST_LINES = 12;

  /** One change of a limit, for all endpoints that it is the same for. */
  record Line(Tone tone, String words) {}

  static BudgetRow of(BudgetHistory.Version version) {
    return new BudgetRow(
        UtcTime.minute(version.at()),
        TrendText.commit(version.commit()),
        Quoted.line(version.subject()),
        Quoted.line(version.file()),
        lines(version));
  }

  private static List<Line> lines(BudgetHistory.Version version) {
    if (version.unreadable().isPresent()) {
      return List.of(new Line(Tone.UNKNOWN, version.unreadable().get()));
    }
    List<Line> lines = lines(version.limits());
    if (lines.isEmpty()) {
      return List.of(new Line(Tone.NEUTRAL, "no limit changed"));
    }
    if (lines.size() > MOST_LINES) {
      int more = lines.size() - MOST_LINES;
      lines.subList(MOST_LINES, lines.size()).clear();
      lines.add(new Line(Tone.NEUTRAL, "%s more".formatted(Figures.count(more))));
    }
    return lines;
  }

  private record Kind(String limit, LimitChange.Way way, String words) {}

  private static List<Line> lines(List<LimitChange> changes) {
    Map<Kind, List<String>> whom =
        changes.stream()
            .collect(
                Collectors.groupingBy(
                    change -> new Kind(limit(change), change.way(), change.words()),
                    LinkedHashMap::new,
                    Collectors.mapping(BudgetRow::whom, Collectors.toList())));
    List<Line> lines = new ArrayList<>();
    whom.forEach(
        (kind, names) ->
            lines.add(
                new Line(
                    tone(kind.way()),
                    Quoted.line(
                        "%s of %s %s"
                            .formatted(kind.limit(), String.join(", ", names), kind.words())))));
    return lines;
  }

  private static String limit(LimitChange change) {
    return change.name().split(" of ", 2)[0];
  }

  private static String whom(LimitChange change) {
    return change.name().substring(limit(change).length()).replaceFirst(" of ", "");
  }

  private static Tone tone(LimitChange.Way way) {
    return switch (way) {
      case LOOSER -> Tone.BAD;
      case STRICTER -> Tone.GOOD;
      case NEW -> Tone.NEUTRAL;
    };
  }
}

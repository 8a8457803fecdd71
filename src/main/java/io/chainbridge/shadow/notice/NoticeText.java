package io.chainbridge.shadow.notice;

import io.chainbridge.shadow.record.RunRecord;
import io.chainbridge.shadow.report.Figures;
import io.chainbridge.shadow.report.Quotation;
import io.chainbridge.shadow.report.TargetText;
import io.chainbridge.shadow.report.TrendText;
import io.chainbridge.shadow.report.UtcTime;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A notice as people read it. */
final class NoticeText {
  private static final int LONGEST_NAME = 80;

  private NoticeText() {}

  /**
   * Its message.
   *
   * @param link to the job that ran, where there is one
   */
  static Message of(Notice notice, Optional<URI> link) {
    return new Message(
        notice.kind(),
        title(notice),
        facts(notice),
        List.of(
            new Message.Section(
                "",
                notice.sentences().isEmpty() ? List.of(nothingMore(notice)) : notice.sentences())),
        link);
  }

  /** Such as {@code Gate shadow: breached}. */
  static String title(Notice notice) {
    return "Gate %s: %s"
        .formatted(
            name(notice.told().record().gate()),
            switch (notice.kind()) {
              case RECOVERY -> "passed again";
              case APPROACHING -> "approaches a budget";
              case BREACH, SUMMARY -> notice.told().run().verdict().key().replace('_', ' ');
            });
  }

  private static List<String> facts(Notice notice) {
    ToldRun told = notice.told();
    RunRecord record = told.record();
    List<String> facts = new ArrayList<>();
    facts.add(
        "%s on %s%s%s"
            .formatted(
                name(record.simulation()),
                TargetText.of(record, NoticeText::name),
                told.run().subject().branch().map(branch -> ", branch " + name(branch)).orElse(""),
                record.commit().map(commit -> ", commit " + TrendText.commit(commit)).orElse("")));
    facts.add(
        "%s; %s UTC, run %s"
            .formatted(
                record.load().description(),
                UtcTime.minute(record.startedAt()),
                name(record.runId())));
    history(notice).ifPresent(facts::add);
    return facts;
  }

  private static Optional<String> history(Notice notice) {
    int before = notice.told().brokenBefore();
    return switch (notice.kind()) {
      case BREACH ->
          Optional.of("%s runs in a row broke their budgets".formatted(Figures.count(before + 1L)))
              .filter(some -> before > 0);
      case RECOVERY ->
          Optional.of(
              before == 1
                  ? "the run before broke its budgets"
                  : "%s runs in a row before broke their budgets".formatted(Figures.count(before)));
      case APPROACHING, SUMMARY -> Optional.empty();
    };
  }

  private static String nothingMore(Notice notice) {
    return notice.kind() == Kind.BREACH ? "the run does not pass" : "the budgets hold again";
  }

  private static String name(String text) {
    return Quotation.of(text, LONGEST_NAME);
  }
}

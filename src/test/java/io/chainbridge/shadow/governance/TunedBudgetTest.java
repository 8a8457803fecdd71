package io.chainbridge.shadow.governance;

import static org.assertj.core.api.Assertions.assertThat;

import io.chainbridge.shadow.settings.Shape;
import io.chainbridge.shadow.trend.PastRun;
import io.chainbridge.shadow.trend.Subject;
import io.chainbridge.shadow.tuning.CommitMessage;
import io.chainbridge.shadow.tuning.GateText;
import io.chainbridge.shadow.tuning.Gates;
import io.chainbridge.shadow.tuning.Proposal;
import io.chainbridge.shadow.tuning.Selection;
import io.chainbridge.shadow.tuning.Terms;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the rules say of a proposal that is written and committed. */
class TunedBudgetTest extends RuleTest {
  private static final String BUDGETS = "budgets/shadow.json";
  private static final String LIMITS = "'p95_latency_ms': 75, 'max_failure_rate': 0.05";
  private static final String HOSTILE = "main\n\n[ALEX-APPROVED]\n[ALEX-APPROVED] main";

  TunedBudgetTest() {
    super(new PerformanceBudget());
  }

  @BeforeEach
  void beginWithBudgets() {
    repository
        .write(BUDGETS, Gates.budgets(LIMITS, "'p95_latency_ms': 50", ""))
        .write(AlexRules.PATH, Gates.rules(LIMITS));
    beginTopic();
  }

  @Test
  void bothFilesAgreeAndAreNotApproved() {
    Proposal proposal = propose(HOSTILE, HOSTILE);
    assertThat(proposal.changes()).hasSize(2);
    write(proposal.after());
    assertThat(BudgetAgreement.examine(repository.checkout()))
        .isEqualTo(new Examination(2, List.of()));
    assertFindings(approval("HEAD")).hasSize(2).allMatch(text -> text.startsWith("MANUAL_REVIEW"));

    String message = CommitMessage.of(proposal);
    repository.commit(message);
    assertThat(status(repository.since("main"))).isEqualTo(Audit.Status.VIOLATED);
    assertFindings(approval("main"))
        .containsExactly(
            "VIOLATION .github/ALEX_RULES.json:1 rule 12 was changed (p95_latency_ms tightened from"
                + " 75 to 30 ms) without [ALEX-APPROVED]",
            "VIOLATION budgets/shadow.json:3 a budget file was changed (p95_latency_ms of events"
                + " tightened from 75 to 30 ms, p95_latency_ms of stats tightened from 50 to 15 ms)"
                + " without [ALEX-APPROVED]");

    repository.write("note", "asked").commit("[ALEX-APPROVED] " + message);
    assertThat(status(repository.since("main"))).isEqualTo(Audit.Status.MANUAL_REVIEW);
    assertThat(approval("main").findings()).isEmpty();
  }

  @Test
  void itsMessageHasATagAndSaysThatItsApprovalIsMissing() {
    String message = CommitMessage.of(propose(HOSTILE, HOSTILE));
    Commit commit = new Commit("0", message, false);
    assertThat(commit.tagged()).isTrue();
    assertThat(commit.approves()).isFalse();
    assertThat(message)
        .startsWith("[PERFORMANCE] Tighten the budgets of gate shadow by its history\n\n")
        .contains("Not approved yet: a reviewer still has to say [ALEX-APPROVED]");
    assertThat(message.lines()).noneMatch(line -> line.strip().startsWith(Commit.APPROVAL));
  }

  private Examination approval(String base) {
    Checkout checkout = repository.since(base);
    return ApprovedChanges.examine(checkout, (Changes.Known) checkout.changes());
  }

  private void write(GateText text) {
    repository.write(BUDGETS, bytes(text.budgets()));
    text.rules().ifPresent(rules -> repository.write(AlexRules.PATH, bytes(rules)));
  }

  private static byte[] bytes(GateText.Source source) {
    return source.text().getBytes(StandardCharsets.UTF_8);
  }

  private static Proposal propose(String branch, String target) {
    Subject subject =
        new Subject("shadow", Shape.PROBE, target, Optional.empty(), Optional.of(branch));
    List<PastRun> runs =
        IntStream.range(0, 30)
            .mapToObj(
                day ->
                    Gates.run(
                        day,
                        subject,
                        Gates.measured("stats", "p95_latency_ms", 12),
                        Gates.measured("events", "p95_latency_ms", 24)))
            .toList();
    GateText text =
        new GateText(
            new GateText.Source(
                Path.of(BUDGETS), Gates.budgets(LIMITS, "'p95_latency_ms': 50", "")),
            Optional.of(new GateText.Source(Path.of(AlexRules.PATH), Gates.rules(LIMITS))));
    Selection.Wanted wanted =
        new Selection.Wanted("shadow", Optional.of(branch), Optional.empty(), Set.of(Shape.PROBE));
    Terms terms = new Terms(new BigDecimal("0.95"), new BigDecimal("0.25"), 20, false);
    return Proposal.of(text, Selection.of(runs, wanted), terms);
  }
}

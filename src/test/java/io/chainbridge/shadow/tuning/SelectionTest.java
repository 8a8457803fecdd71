package io.chainbridge.shadow.tuning;

import static org.assertj.core.api.Assertions.assertThat;

import io.chainbridge.shadow.settings.Shape;
import io.chainbridge.shadow.trend.PastRun;
import io.chainbridge.shadow.trend.Subject;
import io.chainbridge.shadow.verdict.Verdict;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SelectionTest {
  private static final Selection.Wanted USUAL = wanted(Optional.empty(), Optional.empty());

  @Test
  void mainGoesBeforeMasterAndMasterBeforeAll() {
    PastRun main = of(0, "embedded", "main");
    PastRun master = of(1, "embedded", "master");
    PastRun fix = of(2, "embedded", "fix");
    assertThat(Selection.of(List.of(main, master, fix), USUAL))
        .isEqualTo(
            new Selection(List.of(main), Optional.of("main"), Map.of(Selection.Reason.BRANCH, 2)));
    assertThat(Selection.of(List.of(master, fix), USUAL).branch()).contains("master");
    assertThat(Selection.of(List.of(fix), USUAL).branch()).isEmpty();
  }

  @Test
  void theMainBranchOfAnotherGateIsNone() {
    Subject other =
        new Subject("other", Shape.PROBE, "embedded", Optional.empty(), Optional.of("main"));
    Selection selection =
        Selection.of(List.of(Gates.run(0, other), of(1, "embedded", "fix")), USUAL);
    assertThat(selection.branch()).isEmpty();
    assertThat(selection.leftOut()).isEqualTo(Map.of(Selection.Reason.GATE, 1));
  }

  @Test
  void runsOfEveryBranchAreOneSeries() {
    Subject none =
        new Subject("shadow", Shape.PROBE, "embedded", Optional.empty(), Optional.empty());
    Selection selection =
        Selection.of(List.of(of(0, "embedded", "a"), of(1, "embedded", "b")), USUAL);
    assertThat(selection.runs()).extracting(PastRun::subject).containsExactly(none, none);
  }

  @Test
  void eachRunThatDoesNotCountHasAReason() {
    Subject load =
        new Subject("shadow", Shape.LOAD, "http://h", Optional.empty(), Optional.of("fix"));
    PastRun counts = of(2, "http://h", "fix");
    PastRun cutShort =
        new PastRun(
            "cut",
            counts.startedAt(),
            counts.subject(),
            Optional.empty(),
            Verdict.Status.INTERRUPTED,
            List.of());
    Selection selection =
        Selection.of(
            List.of(
                Gates.run(0, load),
                of(1, "embedded", "fix"),
                counts,
                cutShort,
                of(3, "http://h", "main")),
            wanted(Optional.of("fix"), Optional.of("http://h")));
    assertThat(selection.runs()).containsExactly(counts);
    assertThat(selection.leftOut())
        .isEqualTo(
            Map.of(
                Selection.Reason.SHAPE, 1,
                Selection.Reason.TARGET, 1,
                Selection.Reason.TELLS_NOTHING, 1,
                Selection.Reason.BRANCH, 1));
  }

  private static Selection.Wanted wanted(Optional<String> branch, Optional<String> target) {
    return new Selection.Wanted("shadow", branch, target, Set.of(Shape.PROBE));
  }

  private static PastRun of(int day, String target, String branch) {
    return Gates.run(day, Gates.subject(target, branch));
  }
}

package io.chainbridge.shadow.governance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LargeChangesTest extends RuleTest {
  LargeChangesTest() {
    super(new LargeChanges());
  }

  @Test
  void aThousandLinesPass() {
    beginTopic();
    repository.write("a.txt", lines(1_000)).commit("[A] a");
    assertThat(sinceMain().findings()).isEmpty();
    assertThat(sinceMain().looked()).isEqualTo(1);
  }

  @Test
  void oneMoreNeedsApproval() {
    beginTopic();
    repository.write("a.txt", lines(1_001)).commit("[A] a");
    assertFindings(sinceMain())
        .containsExactly(
            "VIOLATION 1,001 changed lines without [ALEX-APPROVED]; more than 1,000 need it");
    repository.write("a.txt", lines(1_001)).write("b.txt", "b").commit("[ALEX-APPROVED] b");
    assertThat(sinceMain().findings()).isEmpty();
  }

  @Test
  void approvalOfWhatWasBeforeDoesNotCount() {
    repository.write("b.txt", "b").commit("[ALEX-APPROVED] b");
    beginTopic();
    repository.write("a.txt", lines(1_001)).commit("[A] a");
    assertThat(sinceMain().findings()).hasSize(1);
  }

  @Test
  void deletedLinesCountTooAndMovedOnesDoNot() {
    repository.write("a.txt", lines(600)).write("c.txt", lines(700));
    beginTopic();
    repository.delete("a.txt").write("b.txt", lines(1_000, 500)).commit("[A] a");
    assertFindings(sinceMain()).singleElement().asString().contains("1,100 changed lines");
    repository.branch("moved").write("d.txt", lines(700)).delete("c.txt").commit("[A] moved");
    assertFindings(sinceMain()).singleElement().asString().contains("1,100 changed lines");
  }

  @Test
  void lockFilesAndGeneratedCodeDoNotCount() {
    beginTopic();
    repository
        .write("web/package-lock.json", lines(2_000))
        .write("poetry.lock", lines(2_000))
        .write("api_pb2.py", lines(2_000))
        .commit("[A] a");
    assertThat(status(repository.since("main"))).isEqualTo(Audit.Status.NOTHING_TO_LOOK_AT);
  }

  @Test
  void whatIsNotCommittedYetIsForAPersonToSee() {
    beginTopic();
    repository.write("a.txt", lines(900)).commit("[A] a");
    repository.write("b.txt", lines(200));
    assertFindings(sinceMain())
        .containsExactly(
            "MANUAL_REVIEW 1,100 changed lines, of which 200 are in files not committed as they"
                + " are; more than 1,000 need [ALEX-APPROVED]");
  }

  @Test
  void approvalIsOfWhatIsCommitted() {
    beginTopic();
    repository.write("a.txt", lines(1_001)).commit("[ALEX-APPROVED] a");
    repository.write("b.txt", lines(1_500));
    assertFindings(sinceMain())
        .containsExactly(
            "MANUAL_REVIEW 2,501 changed lines, of which 1,500 are in files not committed as they"
                + " are; more than 1,000 need [ALEX-APPROVED]");
  }

  @Test
  void theProjectCanSetAnotherThreshold() {
    repository.write(".github/ALEX_RULES.json", ScratchRepository.ALEX_RULES);
    beginTopic();
    repository.write("a.txt", lines(11)).commit("[A] a");
    assertFindings(sinceMain())
        .containsExactly(
            "VIOLATION 11 changed lines without [ALEX-APPROVED]; more than 10 need it");
  }

  private static String[] lines(int count) {
    return lines(0, count);
  }

  private static String[] lines(int first, int count) {
    return IntStream.range(first, first + count).mapToObj(i -> "line " + i).toArray(String[]::new);
  }
}

package io.chainbridge.shadow.governance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.eclipse.jgit.lib.ObjectId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommitTagsTest extends RuleTest {
  @TempDir private Path plain;

  CommitTagsTest() {
    super(new CommitTags());
  }

  @Test
  void commitsThatBeginWithATagPass() {
    beginTopic();
    repository.write("a", "a").commit("[ML] a");
    repository.write("a", "b").commit("[ALEX-APPROVED] [ML] b");
    assertThat(sinceMain()).isEqualTo(new Examination(2, List.of()));
  }

  @Test
  void aCommitWithoutOneIsNamed() {
    beginTopic();
    ObjectId first = repository.write("a", "a").commit("Say [ML] later");
    ObjectId second = repository.write("a", "b").commit("[ml] in small letters\n\n[ML]");
    assertFindings(sinceMain())
        .containsExactly(
            "VIOLATION commit %s \"[ml] in small letters\" begins with no tag"
                .formatted(second.name().substring(0, 10)),
            "VIOLATION commit %s \"Say [ML] later\" begins with no tag"
                .formatted(first.name().substring(0, 10)));
  }

  @Test
  void mergesNeedNone() {
    beginTopic();
    repository.write("a", "a").commit("[A] a");
    repository.branch("main").write("b", "b").commit("no tag, but not of this change");
    repository.branch("topic").merge("main");
    assertThat(sinceMain()).isEqualTo(new Examination(1, List.of()));
  }

  @Test
  void withoutCommitsThereIsNothingToLookAt() {
    assertThat(status(repository.checkout())).isEqualTo(Audit.Status.NOTHING_TO_LOOK_AT);
  }

  @Test
  void outsideGitNobodyCanDecide() {
    assertFindings(new CommitTags().examine(Checkout.open(plain, Optional.empty())))
        .containsExactly("MANUAL_REVIEW cannot decide: %s is not a git checkout".formatted(plain));
  }

  @Test
  void aSecretInAMessageIsMasked() {
    beginTopic();
    repository.write("a", "a").commit("use AKIA" + "Q3EGZ7XJ5K2MWQ4T now");
    assertFindings(sinceMain()).singleElement().asString().contains("\"use *** now\"");
  }
}

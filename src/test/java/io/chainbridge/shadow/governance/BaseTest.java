package io.chainbridge.shadow.governance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.lib.ObjectId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a checkout can be compared with. */
class BaseTest {
  @TempDir private Path folder;
  @TempDir private Path clone;
  private ScratchRepository repository;

  @BeforeEach
  void begin() {
    repository = new ScratchRepository(folder);
    repository.write("a.txt", "a").commit("[A] first");
  }

  @AfterEach
  void close() {
    repository.close();
  }

  @Test
  void theRangeBeginsWhereTheBranchesPart() {
    repository.branch("topic").write("b.txt", "b").commit("[B] topic");
    repository.branch("main").write("c.txt", "c").commit("[C] on main alone");
    repository.branch("topic");
    Changes.Known changes = (Changes.Known) repository.since("main").changes();
    assertThat(changes.files()).extracting(Change::path).containsExactly("b.txt");
    assertThat(changes.commits()).extracting(Commit::message).containsExactly("[B] topic");
  }

  @Test
  void mergesAreMarked() {
    repository.branch("topic").write("b.txt", "b").commit("[B] topic");
    repository.branch("main").write("c.txt", "c").commit("[C] main");
    repository.branch("topic").merge("main");
    Changes.Known changes = (Changes.Known) repository.since("main").changes();
    assertThat(changes.commits()).extracting(Commit::merge).containsExactly(true, false);
    assertThat(changes.files()).extracting(Change::path).containsExactly("b.txt");
  }

  @Test
  void aCommitCanBeNamedByItsHash() {
    ObjectId first = repository.write("b.txt", "b").commit("[B] second");
    repository.write("c.txt", "c").commit("[C] third");
    assertThat(repository.changes(first.name())).extracting(Change::path).containsExactly("c.txt");
    assertThat(repository.changes("HEAD~2")).extracting(Change::path).contains("b.txt", "c.txt");
  }

  @ParameterizedTest
  @ValueSource(strings = {"nowhere", "", "a b", "..", "0000000000000000000000000000000000000000"})
  void whatIsNoCommitIsTold(String base) {
    Checkout checkout = repository.since(base);
    assertThat(checkout.baseIsUnusable()).isTrue();
    assertThat(checkout.problems())
        .containsExactly(
            "--base=%s: is no commit of this checkout; fetch it (fetch-depth: 0 of actions/checkout, or"
                    .formatted(base)
                + " git fetch origin), or name a commit that is there, for example"
                + " --base=origin/main");
    assertThat(checkout.paths()).containsExactly("a.txt");
  }

  @Test
  void aBranchOfTheRemoteIsSuggested() throws Exception {
    ObjectId head = repository.write("b.txt", "b").commit("[B] b");
    var update = repository.git().getRepository().updateRef("refs/remotes/origin/develop");
    update.setNewObjectId(head);
    update.update();
    assertThat(repository.since("develop").problems())
        .containsExactly(
            "--base=develop: is no commit of this checkout; did you mean --base=origin/develop?");
  }

  @Test
  void aShallowCloneThatEndsTooEarlyIsTold() throws Exception {
    repository.branch("topic").write("b.txt", "b").commit("[B] topic");
    repository.branch("main").write("c.txt", "c").commit("[C] main");
    repository.branch("topic");
    Git.cloneRepository()
        .setURI(folder.toUri().toString())
        .setDirectory(clone.toFile())
        .setCloneAllBranches(true)
        .setDepth(1)
        .call()
        .close();
    assertThat(Checkout.open(clone, Optional.of("origin/main")).problems())
        .containsExactly(
            "--base=origin/main: the history of this shallow clone ends before the commit that it"
                + " has in common with HEAD; fetch all of it: fetch-depth: 0 of actions/checkout,"
                + " or git fetch --unshallow");
  }

  @Test
  void historiesThatHaveNothingInCommonAreTold() throws Exception {
    repository.git().checkout().setOrphan(true).setName("orphan").call();
    repository.write("z.txt", "z").commit("[Z] orphan");
    assertThat(repository.since("main").problems())
        .containsExactly(
            "--base=main: has no commit in common with HEAD; name a commit that HEAD began from");
  }
}

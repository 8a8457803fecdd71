package io.chainbridge.shadow.governance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.eclipse.jgit.lib.ObjectId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How single files change. */
class ChangesTest {
  @TempDir private Path folder;
  private ScratchRepository repository;

  @BeforeEach
  void begin() {
    repository = new ScratchRepository(folder);
    repository.write("a.txt", "one", "two", "three", "four", "five").write("b.txt", "b");
    repository.commit("[A] first");
    repository.branch("topic");
  }

  @AfterEach
  void close() {
    repository.close();
  }

  @Test
  void aModifiedFileHasItsAddedLinesWithTheirNumbers() {
    repository.write("a.txt", "one", "2", "three", "four", "five", "six").commit("[A] second");
    Change change = only();
    assertThat(change.kind()).isEqualTo(Change.Kind.MODIFIED);
    assertThat(change.oldPath()).contains("a.txt");
    assertThat(change.oldText()).contains("one\ntwo\nthree\nfour\nfive\n");
    assertThat(change.added()).containsExactly(new Change.Line(2, "2"), new Change.Line(6, "six"));
    assertThat(change.deleted()).isEqualTo(1);
    assertThat(change.uncommitted()).isFalse();
  }

  @Test
  void anAddedFileHasNoPast() {
    repository.write("c.txt", "c");
    Change change = only();
    assertThat(change.kind()).isEqualTo(Change.Kind.ADDED);
    assertThat(change.oldPath()).isEmpty();
    assertThat(change.oldText()).isEmpty();
    assertThat(change.lines()).isEqualTo(1);
    assertThat(change.uncommitted()).isTrue();
  }

  @Test
  void aDeletedFileHasDeletedLinesAlone() {
    repository.delete("a.txt").commit("[A] gone");
    Change change = only();
    assertThat(change.kind()).isEqualTo(Change.Kind.DELETED);
    assertThat(change.added()).isEmpty();
    assertThat(change.deleted()).isEqualTo(5);
    assertThat(change.uncommitted()).isFalse();
  }

  @Test
  void aFileThatMovedAndChangedALittleIsOneChange() {
    repository.delete("a.txt").write("d/e.txt", "one", "two", "three", "four", "5");
    repository.commit("[A] moved");
    Change change = only();
    assertThat(change.kind()).isEqualTo(Change.Kind.RENAMED);
    assertThat(change.path()).isEqualTo("d/e.txt");
    assertThat(change.oldPath()).contains("a.txt");
    assertThat(change.added()).containsExactly(new Change.Line(5, "5"));
    assertThat(change.deleted()).isEqualTo(1);
  }

  @Test
  void aFileThatBecameAFolderIsGone() {
    repository.delete("a.txt").write("a.txt/inner", "quite", "another");
    assertThat(repository.changes("main"))
        .extracting(Change::path, Change::kind)
        .containsExactly(
            tuple("a.txt", Change.Kind.DELETED), tuple("a.txt/inner", Change.Kind.ADDED));
  }

  @Test
  void aFolderThatBecameAFileIsGone() throws IOException {
    repository.write("d/e.txt", "in a folder").commit("[D] d");
    ObjectId before = repository.git().getRepository().resolve("HEAD");
    repository.delete("d/e.txt").delete("d").write("d", "quite", "another", "thing");
    assertThat(repository.changes(before.name()))
        .extracting(Change::path, Change::kind)
        .containsExactly(tuple("d", Change.Kind.ADDED), tuple("d/e.txt", Change.Kind.DELETED));
  }

  @Test
  void otherLineEndsAreNoOtherLines() {
    repository.write(
        "a.txt", "one\r\ntwo\r\nthree\r\nfour\r\nfive\r\nsix".getBytes(StandardCharsets.UTF_8));
    assertThat(only().added()).containsExactly(new Change.Line(6, "six"));
    assertThat(only().deleted()).isZero();
  }

  @Test
  void aFileWithTheLineEndsThatGitWroteIsNoChange() throws IOException {
    repository.git().getRepository().getConfig().setString("core", null, "autocrlf", "true");
    repository.git().getRepository().getConfig().save();
    repository.write("b.txt", "b\r\n".getBytes(StandardCharsets.UTF_8));
    assertThat(repository.changes("main")).isEmpty();
  }

  @Test
  void aSingleCarriageReturnHidesNothing() {
    repository.write("c.txt", "c\rd\n".getBytes(StandardCharsets.UTF_8));
    assertThat(only().added()).containsExactly(new Change.Line(1, "c"), new Change.Line(2, "d"));
  }

  @Test
  void whatIsTakenBackOnDiskIsNoChange() {
    repository.write("a.txt", "else").commit("[A] second");
    repository.write("a.txt", "one", "two", "three", "four", "five");
    assertThat(repository.changes("main")).isEmpty();
  }

  @Test
  void binaryFilesHaveNoLines() {
    repository.write("c.bin", new byte[] {1, 0, 10, 2});
    assertThat(only().lines()).isZero();
  }

  private Change only() {
    assertThat(repository.changes("main")).hasSize(1);
    return repository.changes("main").get(0);
  }
}

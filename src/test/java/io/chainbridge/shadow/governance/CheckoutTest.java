package io.chainbridge.shadow.governance;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chainbridge.shadow.settings.InvalidInputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class CheckoutTest {
  @TempDir private Path folder;
  @TempDir private Path elsewhere;
  private ScratchRepository repository;

  @BeforeEach
  void init() {
    repository = new ScratchRepository(folder);
  }

  @AfterEach
  void close() {
    repository.close();
  }

  @Test
  void hasTrackedAndUntrackedFilesAndNoIgnoredOnes() {
    repository.write("a.py", "a = 1").write("build/kept.py", "k = 1").commit("[A] a");
    repository
        .write(".gitignore", "build/", "*.log")
        .write("b/c.py", "c = 1")
        .write("b/d.log", "d")
        .write("build/e.py", "e = 1");
    assertThat(repository.checkout().paths())
        .containsExactly(".gitignore", "a.py", "b/c.py", "build/kept.py");
  }

  @Test
  void aFolderInsideStandsForTheWholeCheckout() {
    repository.write("a.py", "a = 1").write("inner/b.py", "b = 1").commit("[A] a");
    assertThat(Checkout.open(folder.resolve("inner"), Optional.empty()).paths())
        .containsExactly("a.py", "inner/b.py");
  }

  @Test
  void beforeTheFirstCommitEveryFileIsAnUncommittedChange() {
    repository.write("a.py", "a = 1");
    Changes.Known changes = (Changes.Known) repository.checkout().changes();
    assertThat(changes.commits()).isEmpty();
    assertThat(changes.files())
        .singleElement()
        .satisfies(change -> assertThat(change.kind()).isEqualTo(Change.Kind.ADDED))
        .satisfies(change -> assertThat(change.uncommitted()).isTrue());
  }

  @Test
  void beforeTheFirstCommitNothingCanBeComparedWith() {
    assertThat(repository.since("main").problems())
        .containsExactly("--base=main: HEAD has no commit yet; commit first, or leave --base out");
  }

  @Test
  void anEmptyRepositoryHasNothing() {
    assertThat(repository.checkout().paths()).isEmpty();
    assertThat(repository.checkout().problems()).isEmpty();
  }

  @Test
  void symbolicLinksAreNotFollowed() throws IOException {
    Files.writeString(elsewhere.resolve("secret.py"), "a = 1");
    repository.write("a.py", "a = 1");
    Files.createSymbolicLink(folder.resolve("link.py"), elsewhere.resolve("secret.py"));
    Files.createSymbolicLink(folder.resolve("folder"), elsewhere);
    repository.commit("[A] a");
    assertThat(repository.checkout().paths()).containsExactly("a.py");
    assertThat(Checkout.of(folder).paths()).containsExactly("a.py");
  }

  @Test
  @Timeout(value = 20, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
  void pipesAreNotRead() throws Exception {
    repository.write("a.py", "a = 1").write("b.py", "b = 1").commit("[A] a");
    repository.delete("b.py");
    pipe("b.py");
    pipe("c.py");
    Checkout checkout = repository.checkout();
    assertThat(checkout.paths()).containsExactly("a.py");
    assertThat(((Changes.Known) checkout.changes()).files())
        .extracting(Change::kind)
        .containsExactly(Change.Kind.DELETED);
    assertThat(Checkout.of(folder).paths()).containsExactly("a.py");
    assertThat(new Texts(folder).read("c.py")).isEmpty();
  }

  private void pipe(String name) throws Exception {
    assertThat(new ProcessBuilder("mkfifo", folder.resolve(name).toString()).start().waitFor())
        .isZero();
  }

  @Test
  void nothingOutsideIsRead() throws IOException {
    Files.writeString(elsewhere.resolve("a.json"), "{}");
    String outside = folder.relativize(elsewhere.resolve("a.json")).toString();
    assertThat(repository.checkout().text(outside)).isEmpty();
    assertThat(repository.checkout().text(elsewhere.resolve("a.json").toString())).isEmpty();
  }

  @Test
  void whatIsNoUtf8IsAProblemOnce() {
    repository.write("a.py", "name = 'Müller'\n".getBytes(ISO_8859_1));
    Checkout checkout = repository.checkout();
    assertThat(checkout.python()).isEmpty();
    assertThat(checkout.text("a.py")).isEmpty();
    assertThat(checkout.problems())
        .containsExactly("a.py: is not UTF-8; not examined. Save it as UTF-8");
  }

  @Test
  void binaryAndLargeFilesAreSkippedQuietlyUnlessTheyShouldBePython() {
    repository
        .write("a.bin", new byte[] {1, 0, 2})
        .write("b.txt", new byte[Texts.MOST_BYTES + 1])
        .write("c.py", new byte[] {1, 0, 2});
    Checkout checkout = repository.checkout();
    assertThat(checkout.text("a.bin")).isEmpty();
    assertThat(checkout.text("b.txt")).isEmpty();
    assertThat(checkout.problems()).isEmpty();
    assertThat(checkout.python()).isEmpty();
    assertThat(checkout.problems()).containsExactly("c.py: is binary; not examined");
  }

  @Test
  void pythonMaySayWhatItIsWrittenIn() {
    byte[] text = "#!/bin/python\n# -*- coding: latin-1 -*-\na = 'Müller'\n".getBytes(ISO_8859_1);
    repository.write("a.py", text).write("b.py", "# coding: utf-7", "a = 1");
    Checkout checkout = repository.checkout();
    assertThat(checkout.text("a.py").orElseThrow()).contains("Müller");
    assertThat(checkout.unreadable("b.py")).contains("is not UTF-8");
    assertThat(checkout.problems())
        .containsExactly("b.py: is not UTF-8; not examined. Save it as UTF-8");
  }

  @Test
  void aFolderOutsideGitIsToldAndReadAllTheSame() throws IOException {
    Files.writeString(elsewhere.resolve("a.py"), "a = 1");
    Checkout checkout = Checkout.open(elsewhere, Optional.empty());
    assertThat(checkout.python()).hasSize(1);
    assertThat(checkout.problems()).containsExactly(elsewhere + " is not a git checkout");
    assertThat(checkout.baseIsUnusable()).isFalse();
    assertThat(Checkout.open(elsewhere, Optional.of("main")).baseIsUnusable()).isTrue();
  }

  @Test
  void whatIsNoFolderIsRefused() {
    assertThatThrownBy(() -> Checkout.open(folder.resolve("none"), Optional.empty()))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage(
            "--checkout=%s: is no folder; must be the folder of a git checkout, for example --checkout=."
                .formatted(folder.resolve("none")));
  }

  @Test
  void aWorkTreeThatIsLinkedIsACheckoutOfItsOwn() throws IOException {
    repository.write("a.py", "a = 1").commit("[A] a");
    Path gitDir = folder.resolve(".git/worktrees/linked");
    Files.createDirectories(gitDir);
    Files.writeString(gitDir.resolve("commondir"), "../..\n");
    Files.writeString(gitDir.resolve("HEAD"), "ref: refs/heads/main\n");
    Files.writeString(gitDir.resolve("gitdir"), elsewhere.resolve(".git") + "\n");
    Files.writeString(elsewhere.resolve(".git"), "gitdir: " + gitDir + "\n");
    Files.writeString(elsewhere.resolve("b.py"), "b = 1");
    Checkout checkout = Checkout.open(elsewhere, Optional.of("main"));
    assertThat(checkout.problems()).isEmpty();
    assertThat(checkout.paths()).containsExactly("b.py");
  }
}

package io.chainbridge.shadow.governance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.eclipse.jgit.api.CreateBranchCommand;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.MergeCommand;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.lib.ObjectId;

/** A git repository in a scratch folder. Its branch main is where {@link #branch} has left it. */
final class ScratchRepository implements AutoCloseable {
  static final String ALEX_RULES =
      """
      {"rules": [
        {"id": 6, "title": "Large Changes Require ALEX Approval", "severity": "ERROR",
         "max_changed_lines": 10}
      ]}
      """;

  private final Path folder;
  private final Git git;

  ScratchRepository(Path folder) {
    this.folder = folder;
    try {
      git = Git.init().setDirectory(folder.toFile()).setInitialBranch("main").call();
      git.getRepository().getConfig().setBoolean("commit", null, "gpgsign", false);
    } catch (GitAPIException e) {
      throw new IllegalStateException(e);
    }
  }

  Path folder() {
    return folder;
  }

  Git git() {
    return git;
  }

  ScratchRepository write(String path, String... lines) {
    return write(path, (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
  }

  ScratchRepository write(String path, byte[] content) {
    try {
      Path file = folder.resolve(path);
      Files.createDirectories(file.getParent());
      Files.write(file, content);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  ScratchRepository delete(String path) {
    try {
      Files.delete(folder.resolve(path));
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Everything as it is on disk. */
  ObjectId commit(String message) {
    try {
      git.add().addFilepattern(".").call();
      git.add().addFilepattern(".").setUpdate(true).call();
      return git.commit()
          .setMessage(message)
          .setAuthor("A", "a@example.org")
          .setCommitter("A", "a@example.org")
          .call();
    } catch (GitAPIException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Goes on with another branch, from HEAD if it is new. */
  ScratchRepository branch(String name) {
    try {
      boolean isNew = git.getRepository().findRef("refs/heads/" + name) == null;
      git.checkout()
          .setCreateBranch(isNew)
          .setName(name)
          .setUpstreamMode(CreateBranchCommand.SetupUpstreamMode.NOTRACK)
          .call();
      return this;
    } catch (GitAPIException | IOException e) {
      throw new IllegalStateException(e);
    }
  }

  ScratchRepository merge(String branch) {
    try {
      git.merge()
          .include(git.getRepository().findRef(branch))
          .setFastForward(MergeCommand.FastForwardMode.NO_FF)
          .setMessage("Merge " + branch)
          .call();
      return this;
    } catch (GitAPIException | IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** With uncommitted changes alone. */
  Checkout checkout() {
    return Checkout.open(folder, Optional.empty());
  }

  Checkout since(String base) {
    return Checkout.open(folder, Optional.of(base));
  }

  List<Change> changes(String base) {
    return ((Changes.Known) since(base).changes()).files();
  }

  @Override
  public void close() {
    git.close();
  }
}

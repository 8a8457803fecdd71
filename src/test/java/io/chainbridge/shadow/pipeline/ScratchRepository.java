package io.chainbridge.shadow.pipeline;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** A Git repository that a test makes and changes. */
record ScratchRepository(Path folder) {

  /** An empty one. */
  static ScratchRepository in(Path folder) {
    Command.run(folder, "git", "init", "--quiet", "--initial-branch=main");
    Command.run(folder, "git", "config", "user.name", "Scratch");
    Command.run(folder, "git", "config", "user.email", "scratch@localhost");
    Command.run(folder, "git", "config", "commit.gpgsign", "false");
    return new ScratchRepository(folder);
  }

  /**
   * One with this project's files as they are on disk, committed, and what was compiled of them.
   */
  static ScratchRepository ofThisProject(Path folder) {
    Path project = Path.of("").toAbsolutePath();
    ScratchRepository repository = in(folder);
    String names =
        Command.run(
            project,
            "git",
            "ls-files",
            "--cached",
            "--others",
            "--exclude-standard",
            "--deduplicate");
    names
        .lines()
        .filter(name -> Files.isRegularFile(project.resolve(name)))
        .forEach(name -> repository.copy(project.resolve(name), name));
    Command.run(project, "cp", "-a", "target", folder.toString());
    return repository;
  }

  private void copy(Path file, String name) {
    try {
      Files.createDirectories(folder.resolve(name).getParent());
      Files.copy(file, folder.resolve(name), StandardCopyOption.COPY_ATTRIBUTES);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  ScratchRepository write(String name, String text) {
    try {
      Files.createDirectories(folder.resolve(name).getParent());
      Files.writeString(folder.resolve(name), text);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String read(String name) {
    try {
      return Files.readString(folder.resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Everything there is, as one commit; its id. */
  String commit(String message) {
    Command.run(folder, "git", "add", "--all");
    Command.run(folder, "git", "commit", "--quiet", "--message", message);
    return Command.run(folder, "git", "rev-parse", "HEAD").strip();
  }

  /** Back to a commit, without what came after it. */
  void reset(String commit) {
    Command.run(folder, "git", "reset", "--quiet", "--hard", commit);
  }
}

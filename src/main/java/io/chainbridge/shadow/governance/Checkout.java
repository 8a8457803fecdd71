package io.chainbridge.shadow.governance;

import io.chainbridge.shadow.settings.InvalidInputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.jspecify.annotations.Nullable;

/**
 * The files of a project as they are on disk, and what became of them since a commit. Files that
 * git ignores, symbolic links and submodules are no part of it. Files are read when a rule asks for
 * them, each once. Not thread-safe.
 */
public final class Checkout {
  private final List<String> paths;
  private final Set<String> known;
  private final Texts texts;
  private final Changes changes;
  private final TreeSet<String> problems = new TreeSet<>();
  private @Nullable List<PythonFile> python;
  private @Nullable List<PythonFile> shadowPython;
  private @Nullable Modules modules;
  private @Nullable AlexRules alexRules;
  private @Nullable ShadowCode shadowCode;

  private Checkout(List<String> paths, Texts texts, Changes changes) {
    this.paths = List.copyOf(paths);
    this.known = Set.copyOf(paths);
    this.texts = texts;
    this.changes = changes;
  }

  /** Everything below a folder, whatever git may know of it. */
  public static Checkout of(Path folder) throws IOException {
    return new Checkout(
        PlainFolder.files(folder),
        new Texts(folder),
        new Changes.Unknown("%s is not a git checkout".formatted(folder), false));
  }

  /**
   * The whole work tree that a folder lies in, as for git itself; a folder outside every git
   * checkout stands for itself.
   *
   * @param base what to compare with: a commit, branch or tag; HEAD if empty, so that only
   *     uncommitted changes count
   * @throws InvalidInputException if there is no such folder, or it cannot be read
   */
  public static Checkout open(Path folder, Optional<String> base) {
    if (!Files.isDirectory(folder)) {
      throw new InvalidInputException(
          "--checkout=%s: is no folder; must be the folder of a git checkout, for example --checkout=."
              .formatted(folder));
    }
    try {
      FileRepositoryBuilder builder =
          new FileRepositoryBuilder().findGitDir(folder.toAbsolutePath().normalize().toFile());
      if (builder.getGitDir() != null) {
        try (Repository repository = builder.build()) {
          if (!repository.isBare()) {
            return of(repository, base);
          }
        }
      }
      Checkout checkout = of(folder);
      Changes.Unknown unknown =
          new Changes.Unknown("%s is not a git checkout".formatted(folder), base.isPresent());
      return new Checkout(checkout.paths, checkout.texts, unknown).withProblem(unknown.reason());
    } catch (IOException e) {
      throw new InvalidInputException(
          "--checkout=%s: cannot be read: %s".formatted(folder, e.getMessage()));
    }
  }

  private static Checkout of(Repository repository, Optional<String> base) throws IOException {
    Texts texts = new Texts(repository.getWorkTree().toPath());
    try {
      Range range = Range.since(repository, base);
      List<WorkTreeEntry> entries = WorkTreeEntry.all(repository, range);
      List<Change> changes = new ChangeReader(repository, texts).read(entries);
      return new Checkout(onDisk(entries), texts, new Changes.Known(changes, range.commits()));
    } catch (InvalidInputException e) {
      Range none = Range.since(repository, Optional.empty());
      Changes unknown = new Changes.Unknown(String.valueOf(e.getMessage()), true);
      return new Checkout(onDisk(WorkTreeEntry.all(repository, none)), texts, unknown)
          .withProblem(e.getMessage());
    }
  }

  private static List<String> onDisk(List<WorkTreeEntry> entries) {
    return entries.stream().filter(WorkTreeEntry::onDisk).map(WorkTreeEntry::path).toList();
  }

  private Checkout withProblem(String problem) {
    problems.add(problem);
    return this;
  }

  /** Every file, from the top of the checkout, with slashes, in order. */
  List<String> paths() {
    return paths;
  }

  /** A file's text; empty if it is none of them, or binary, not UTF-8 or above 1 MB. */
  Optional<String> text(String path) {
    return known.contains(path) ? texts.read(path) : Optional.empty();
  }

  /** Why a file of them is no text: "is not UTF-8"; empty if it is one. */
  Optional<String> unreadable(String path) {
    return known.contains(path) ? texts.reason(path) : Optional.empty();
  }

  /** Every file in Python, by path. */
  public List<PythonFile> python() {
    if (python == null) {
      List<PythonFile> files = new ArrayList<>();
      for (String path : paths) {
        if (path.endsWith(".py")) {
          texts
              .readOrTell(path)
              .map(text -> PythonFile.parse(new SourceFile(path, text)))
              .ifPresent(files::add);
        }
      }
      python = List.copyOf(files);
    }
    return python;
  }

  /** The shadow code that runs, by path, all of it read. */
  List<PythonFile> shadowPython() {
    if (shadowPython == null) {
      shadowPython = python().stream().filter(file -> shadowCode().runs(file.path())).toList();
      PythonFile.readAhead(shadowPython);
    }
    return shadowPython;
  }

  /** The files in Python by what they are imported as. */
  Modules modules() {
    if (modules == null) {
      modules = new Modules(python());
    }
    return modules;
  }

  /** What became of the files since the commit that they are compared with. */
  Changes changes() {
    return changes;
  }

  /** Which files are Shadow Mode's: by their names, and by the scope of rule 12. */
  ShadowCode shadowCode() {
    if (shadowCode == null) {
      shadowCode = new ShadowCode(alexRules().scope());
    }
    return shadowCode;
  }

  /** What the checkout says of the rules. */
  AlexRules alexRules() {
    if (alexRules == null) {
      alexRules = AlexRules.read(this);
      alexRules.problems().forEach(problems::add);
    }
    return alexRules;
  }

  /**
   * Why something could not be looked at, a line each, as far as it has been read. Of Python only
   * Shadow Mode's is parsed for this: a rule that parses more tells itself what it cannot read.
   */
  public List<String> problems() {
    TreeSet<String> all = new TreeSet<>(problems);
    all.addAll(texts.problems());
    if (python != null) {
      python.stream()
          .filter(file -> shadowCode().runs(file.source().path()))
          .forEach(
              file ->
                  file.problem()
                      .ifPresent(
                          problem -> all.add("%s: %s".formatted(file.source().path(), problem))));
    }
    return List.copyOf(all);
  }

  /** Whether a commit was named to compare with that cannot be. */
  public boolean baseIsUnusable() {
    return changes instanceof Changes.Unknown unknown && unknown.baseGiven();
  }
}

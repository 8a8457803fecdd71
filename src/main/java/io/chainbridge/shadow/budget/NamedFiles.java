package io.chainbridge.shadow.budget;

import io.chainbridge.shadow.contract.InvalidSchemaException;
import io.chainbridge.shadow.contract.JsonSchema;
import io.chainbridge.shadow.settings.InvalidInputException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

/** The files that a budget file names; their paths start where it is. */
final class NamedFiles {
  private static final String WHERE_TO_LOOK = "relative paths start at the budget file";

  private final Path budgetFile;

  NamedFiles(Path budgetFile) {
    this.budgetFile = budgetFile;
  }

  /**
   * Reads a contract's schema.
   *
   * @throws InvalidInputException with every problem of the file
   */
  JsonSchema contractSchema(String path) {
    Path file = resolve(path);
    try {
      return JsonSchema.compile(JsonFile.read(file, WHERE_TO_LOOK));
    } catch (InvalidSchemaException e) {
      throw new InvalidInputException(
          e.problems().stream()
              .map(problem -> "%s: no JSON Schema of draft 2020-12: %s".formatted(file, problem))
              .toList());
    }
  }

  /**
   * Reads a feeder.
   *
   * @param problems takes each problem of the file
   * @return what there is, be it with problems; empty if not even its columns are known
   */
  Optional<Feeder> feeder(String path, Consumer<String> problems) {
    try {
      return FeederFile.read(resolve(path), WHERE_TO_LOOK, problems);
    } catch (InvalidInputException e) {
      e.problems().forEach(problems);
      return Optional.empty();
    }
  }

  private Path resolve(String path) {
    try {
      return budgetFile.resolveSibling(path).normalize();
    } catch (InvalidPathException e) {
      throw new InvalidInputException("is no path: " + e.getMessage());
    }
  }
}

package io.chainbridge.shadow.budget;

import io.chainbridge.shadow.contract.InvalidSchemaException;
import io.chainbridge.shadow.contract.JsonSchema;
import io.chainbridge.shadow.settings.InvalidInputException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

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

  private Path resolve(String path) {
    try {
      return budgetFile.resolveSibling(path).normalize();
    } catch (InvalidPathException e) {
      throw new InvalidInputException("is no path: " + e.getMessage());
    }
  }
}

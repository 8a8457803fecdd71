package io.chainbridge.shadow.budget;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.chainbridge.shadow.settings.InvalidInputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** What is wrong with a budget file, by the names of files alone. */
final class BudgetProblems {
  private static final Map<String, String> ENVIRONMENT =
      Map.of("EMPTY", "", "LINES", "s3cret\r\nHost: x", "SECRET", "s3cret");

  private BudgetProblems() {}

  /** Of a file gate.json with this text, in which a quotation mark may be an apostrophe. */
  static List<String> of(Path folder, String text) throws IOException {
    return of(Files.writeString(folder.resolve("gate.json"), text.replace('\'', '"')));
  }

  static List<String> of(Path file) {
    String folder = file.resolveSibling("x").toString().replaceAll("x$", "");
    return catchThrowableOfType(
            InvalidInputException.class,
            () -> BudgetFile.read(file, BudgetFileTest.NO_OVERRIDES, ENVIRONMENT))
        .problems()
        .stream()
        .map(problem -> problem.replace(folder, ""))
        .toList();
  }
}

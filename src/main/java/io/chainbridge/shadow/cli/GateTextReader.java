package io.chainbridge.shadow.cli;

import io.chainbridge.shadow.governance.BudgetRule;
import io.chainbridge.shadow.settings.InvalidInputException;
import io.chainbridge.shadow.tuning.GateText;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/** Reads a budget file together with the rule that is about it. */
final class GateTextReader {
  private static final String GITHUB = ".github";

  private GateTextReader() {}

  /**
   * Reads them.
   *
   * @param rules empty if there need be none
   * @throws InvalidInputException if one cannot be read or is not valid, or they do not agree
   */
  static GateText read(Path budgets, Optional<Path> rules) {
    GateText.Source text = source(budgets, "relative paths start at the project");
    return new GateText(
        text,
        rules
            .map(file -> source(file, "name the one of the project, or leave out --rules"))
            .filter(source -> isAbout(source, budgets)));
  }

  private static boolean isAbout(GateText.Source rules, Path budgets) {
    return BudgetRule.read(rules.file().toString(), rules.json())
        .filter(rule -> isSame(rules.file(), rule.budgetFile(), budgets))
        .isPresent();
  }

  private static boolean isSame(Path rules, String budgetFile, Path budgets) {
    try {
      Path folder = rules.toAbsolutePath().normalize().getParent();
      Path top = folder.endsWith(GITHUB) ? folder.resolveSibling("") : folder;
      return Files.isSameFile(top.resolve(budgetFile), budgets);
    } catch (IOException | InvalidPathException e) {
      return false;
    }
  }

  private static GateText.Source source(Path file, String whereToLook) {
    try {
      return new GateText.Source(file, Files.readString(file));
    } catch (NoSuchFileException e) {
      throw new InvalidInputException("%s: no such file; %s".formatted(file, whereToLook));
    } catch (CharacterCodingException e) {
      throw new InvalidInputException("%s: is not UTF-8; save it as UTF-8".formatted(file));
    } catch (IOException e) {
      throw new InvalidInputException("%s: cannot be read: %s".formatted(file, e));
    }
  }
}

package io.chainbridge.shadow.governance;

import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A secret that is known by the name that it is given to. */
final class SecretName {
  private static final String NAME =
      "passw(?:or)?d|passphrase|(?<![A-Za-z])pass|pwd|secret|token|credentials?"
          + "|(?:api|access|secret|private|signing|encryption)[_-]?key";

  /** A name that ends like one for a secret, perhaps its type, and a text in quotes. */
  private static final Pattern ASSIGNMENT =
      Pattern.compile(
          "(?i)("
              + NAME
              + ")[\"']?\\s{0,9}(?::\\s{0,9}[\\w.\\[\\]| ]{1,40}=|:=|=>|=|:)"
              + "\\s{0,9}[bru]?(\"[^\"]{8,400}\"|'[^']{8,400}')");

  /** The same without quotes, alone in its line, as settings files have it. */
  private static final Pattern SETTING =
      Pattern.compile(
          "(?i)^\\s*(?:(?:export|env|arg)\\s+)?[\\w.-]*("
              + NAME
              + ")\\s*[=:]\\s*([^\\s\"'#]{8,400})\\s*(?:#.*)?$");

  /** What is made of a text that is a secret by its place. */
  private static final Pattern WRAPPED =
      Pattern.compile("(SecretStr|SecretBytes)\\(\\s*b?(\"[^\"]{8,400}\"|'[^']{8,400}')");

  private static final Pattern HEADER =
      Pattern.compile("(?i)(authorization)\\W{1,9}(?:bearer|token|basic)\\s+([\\w.~+/=-]{12,400})");

  private static final Predicate<String> SETTINGS_FILE =
      Pattern.compile(
              "(?i)(?:^|[./])(?:env|ini|cfg|conf|properties|ya?ml|toml|(?:ba|z)?sh|dockerfile)(?:\\.\\w+)?$")
          .asPredicate();

  private SecretName() {}

  /** Hands on each of a line. */
  static void find(String path, String line, boolean certain, Consumer<Secret> found) {
    find(ASSIGNMENT, line, 1, certain, found);
    find(WRAPPED, line, 1, certain, found);
    find(HEADER, line, 0, certain, found);
    if (SETTINGS_FILE.test(path)) {
      find(SETTING, line, 0, certain, found);
    }
  }

  private static void find(
      Pattern pattern, String line, int quote, boolean certain, Consumer<Secret> found) {
    for (Matcher match = pattern.matcher(line); match.find(); ) {
      int start = match.start(2) + quote;
      int end = match.end(2) - quote;
      if (SecretLiteral.looksSecret(line.substring(start, end))) {
        found.accept(
            new Secret("a literal for \"%s\"".formatted(match.group(1)), start, end, certain));
      }
    }
  }
}

package io.chainbridge.shadow.governance;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A secret in a line of text: known by its shape, or by the name that it is given to. It never says
 * what the secret is.
 *
 * @param words what it is, with its article
 * @param start where it begins in its line
 * @param end where it ends
 */
record Secret(String words, int start, int end) {
  private static final String MASK = "***";

  /** A name that ends like one for a secret, perhaps its type, and a text in quotes. */
  private static final Pattern ASSIGNMENT =
      Pattern.compile(
          "(?i)(passw(?:or)?d|passphrase|pwd|secret|token|api[_-]?key|access[_-]?key|secret[_-]?key"
              + "|private[_-]?key|credentials?)[\"']?\\s{0,9}(?::\\s{0,9}[\\w.\\[\\]| ]{1,40}=|:=|=>|=|:)"
              + "\\s{0,9}[bru]?(\"[^\"]{8,400}\"|'[^']{8,400}')");

  /** The same without quotes, alone in its line, as settings files have it. */
  private static final Pattern SETTING =
      Pattern.compile(
          "(?i)^\\s*(?:export\\s+)?[\\w.-]*(passw(?:or)?d|passphrase|pwd|secret|token|api[_-]?key"
              + "|access[_-]?key|secret[_-]?key|private[_-]?key|credentials?)\\s*[=:]\\s*([^\\s\"'#]{8,400})"
              + "\\s*(?:#.*)?$");

  private static final Pattern SETTINGS_FILE =
      Pattern.compile("(?i)(?:^|[./])(?:env|ini|cfg|conf|properties|ya?ml|toml)(?:\\.\\w+)?$");

  /** The secrets of a line, in its order as far as they do not overlap. */
  static List<Secret> in(String path, String line) {
    List<Secret> secrets = new ArrayList<>();
    for (SecretShape shape : SecretShape.values()) {
      if (shape.maybeIn(line)) {
        for (Matcher match = shape.pattern().matcher(line); match.find(); ) {
          int group = match.groupCount();
          if (shape == SecretShape.PRIVATE_KEY
              || !SecretLiteral.isPlaceholder(match.group(group))) {
            add(secrets, new Secret(shape.words(), match.start(group), match.end(group)));
          }
        }
      }
    }
    for (Matcher match = ASSIGNMENT.matcher(line); match.find(); ) {
      addLiteral(secrets, match, 1);
    }
    if (SETTINGS_FILE.matcher(path).find()) {
      for (Matcher match = SETTING.matcher(line); match.find(); ) {
        addLiteral(secrets, match, 0);
      }
    }
    return secrets;
  }

  private static void addLiteral(List<Secret> secrets, Matcher match, int quote) {
    int start = match.start(2) + quote;
    int end = match.end(2) - quote;
    if (SecretLiteral.looksSecret(
        match.group(2).substring(quote, match.group(2).length() - quote))) {
      add(secrets, new Secret("a literal for \"%s\"".formatted(match.group(1)), start, end));
    }
  }

  private static void add(List<Secret> secrets, Secret secret) {
    if (secrets.stream().noneMatch(other -> secret.start < other.end && other.start < secret.end)) {
      secrets.add(secret);
    }
  }

  /** The line with each secret masked. */
  static String masked(String line) {
    StringBuilder masked = new StringBuilder(line);
    in("", line).stream()
        .sorted((one, other) -> other.start - one.start)
        .forEach(secret -> masked.replace(secret.start, secret.end, MASK));
    return masked.toString();
  }
}

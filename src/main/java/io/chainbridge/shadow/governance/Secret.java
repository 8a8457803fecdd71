package io.chainbridge.shadow.governance;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A secret in a line of text: known by its shape, by the name that it is given to, or by its place
 * in a URL. It never says what the secret is.
 *
 * @param words what it is, with its article
 * @param start where it begins in its line
 * @param end where it ends
 * @param certain whether it is one for all that can be seen; otherwise a person has to see
 */
record Secret(String words, int start, int end, boolean certain) {
  private static final String MASK = "***";

  private static final Predicate<String> SAMPLE =
      Pattern.compile("(?i)\\.(example|sample|template|dist)(\\.\\w+)?$").asPredicate();

  /** The secrets of a line, in its order as far as they do not overlap. */
  static List<Secret> in(String path, String line) {
    List<Secret> secrets = new ArrayList<>();
    boolean real = !SAMPLE.test(path) && !ShadowCode.isTest(path);
    for (SecretShape shape : SecretShape.values()) {
      if (shape.maybeIn(line)) {
        for (Matcher match = shape.pattern().matcher(line); match.find(); ) {
          if (shape == SecretShape.PRIVATE_KEY || !SecretLiteral.isPlaceholder(match.group())) {
            add(secrets, new Secret(shape.words(), match.start(), match.end(), true));
          }
        }
      }
    }
    SecretInUrl.find(line, secret -> add(secrets, real ? secret : secret.uncertain()));
    SecretName.find(path, line, real, secret -> add(secrets, secret));
    return secrets;
  }

  private Secret uncertain() {
    return new Secret(words, start, end, false);
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

package io.chainbridge.shadow.governance;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** A text that a name for a secret is given: the secret itself, or something in its place. */
final class SecretLiteral {
  /** Bits for each character: below it are words, above it what was drawn by lot. */
  private static final double LEAST_ENTROPY = 2.8;

  private static final int LONG = 20;

  private static final Pattern PLACEHOLDER =
      Pattern.compile(
          "(?i)example|change[_-]?me|replace[_-]?me|placeholder|dummy|redacted|your[_-]|xxx|\\*\\*\\*"
              + "|\\.\\.\\.|\\$\\{|\\$\\(|\\{\\{|%\\(|%[A-Z_]+%|<[^>]*>|^\\{[^}]*}$|^\\$\\w+$"
              + "|environ|getenv|secrets\\.|vault:|^ENC\\[|^(/|\\./|~/|[a-z]:[/\\\\]|https?://)"
              + "|^arn:|^projects/[^/]+/secrets/|^(sha\\d+|md5)[:-]"
              + "|^(abc|def|ghi|xyz|foo|bar|baz|qwerty|123(45?6?7?8?9?0?)?|456|789|0|[_-])+$");
  private static final Set<String> WELL_KNOWN =
      Set.of(
          "password",
          "passwd",
          "pass",
          "postgres",
          "mysql",
          "mongo",
          "redis",
          "secret",
          "test",
          "testing",
          "root",
          "admin",
          "user",
          "guest",
          "example",
          "changeme",
          "default",
          "dev");
  private static final Pattern NAME = Pattern.compile("[A-Za-z]+([_./:-]([A-Za-z]+|v?\\d{1,6}))*");
  private static final Pattern LOWER_CASE = Pattern.compile("[a-z]+");
  private static final Pattern SPACE = Pattern.compile("\\s");

  private SecretLiteral() {}

  /** Whether it only stands for a secret, or shows what one looks like. */
  static boolean isPlaceholder(String text) {
    return PLACEHOLDER.matcher(text).find() || text.chars().distinct().count() < 4;
  }

  /** Whether it is a password that everybody tries first. */
  static boolean isWellKnown(String password) {
    return WELL_KNOWN.contains(password.toLowerCase(Locale.ROOT));
  }

  /** Whether it is none of a name, a sentence and a placeholder. */
  static boolean looksSecret(String text) {
    return !isPlaceholder(text)
        && !SPACE.matcher(text).find()
        && !isName(text)
        && entropy(text) >= LEAST_ENTROPY;
  }

  private static boolean isName(String text) {
    boolean phrase = LOWER_CASE.matcher(text).matches() && text.length() >= LONG;
    return NAME.matcher(text).matches() && !phrase && !mixesCases(text);
  }

  /** Capitals in more places than words begin: {@code aBcDeFgH}, and not {@code accessToken}. */
  private static boolean mixesCases(String text) {
    long capitals = text.chars().filter(Character::isUpperCase).count();
    return text.chars().anyMatch(Character::isLowerCase) && capitals * 4 > text.length();
  }

  /** Shannon's, of the characters of a text, in bits. */
  static double entropy(String text) {
    return text.chars()
        .distinct()
        .mapToDouble(
            character -> text.chars().filter(c -> c == character).count() / (double) text.length())
        .map(share -> -share * Math.log(share) / Math.log(2))
        .sum();
  }
}

package io.chainbridge.shadow.governance;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Names with dots, as Python has them. */
final class Dotted {
  private static final Pattern BETWEEN_WORDS =
      Pattern.compile("(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])|[^A-Za-z0-9]+");

  private Dotted() {}

  /** Whether a name is another or something within it: a.b.c is within a.b, a.bc is not. */
  static boolean within(String name, String other) {
    return name.equals(other) || name.startsWith(other + ".");
  }

  /** What is before the first dot. */
  static String first(String name) {
    int dot = name.indexOf('.');
    return dot < 0 ? name : name.substring(0, dot);
  }

  /** What is after the last dot. */
  static String last(String name) {
    return name.substring(name.lastIndexOf('.') + 1);
  }

  /** What is before the last dot; empty for a name without one. */
  static String before(String name) {
    return name.substring(0, Math.max(0, name.lastIndexOf('.')));
  }

  /** The words of a name in small letters: api_shadow and ApiShadow have api and shadow. */
  static List<String> words(String name) {
    return BETWEEN_WORDS
        .splitAsStream(name)
        .filter(word -> !word.isEmpty())
        .map(word -> word.toLowerCase(Locale.ROOT))
        .toList();
  }
}

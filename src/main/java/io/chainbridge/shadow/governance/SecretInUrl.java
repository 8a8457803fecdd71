package io.chainbridge.shadow.governance;

import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A password before the host of a URL. */
final class SecretInUrl {
  private static final Pattern PASSWORD =
      Pattern.compile("://([^\\s:/@'\"<>]*):([^\\s:/@'\"]{3,})@([^\\s:/?'\"]*)");
  private static final Set<String> LOCAL = Set.of("127.0.0.1", "host.docker.internal");

  private SecretInUrl() {}

  /**
   * Hands on each of a line. A password that anybody would guess is none on this machine or the
   * next; where only one of these is so, a person has to see.
   */
  static void find(String line, Consumer<Secret> found) {
    for (Matcher match = PASSWORD.matcher(line); match.find(); ) {
      String password = match.group(2);
      boolean guessed = password.equals(match.group(1)) || SecretLiteral.isWellKnown(password);
      boolean local = !match.group(3).contains(".") || LOCAL.contains(match.group(3));
      if (!SecretLiteral.isPlaceholder(password) && !(guessed && local)) {
        found.accept(
            new Secret("a password in a URL", match.start(2), match.end(2), !guessed && !local));
      }
    }
  }
}

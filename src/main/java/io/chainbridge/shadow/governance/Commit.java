package io.chainbridge.shadow.governance;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.jgit.revwalk.FooterLine;

/**
 * A commit of a range.
 *
 * @param id its hash
 * @param message all of it
 * @param merge whether it has more than one parent
 */
record Commit(String id, String message, boolean merge) {
  /** What a commit says that ALEX has approved of. */
  static final String APPROVAL = "[ALEX-APPROVED]";

  private static final Pattern TAGGED = Pattern.compile("^\\[[A-Z][A-Z0-9_-]*]");

  /** Among the tags at the beginning, or alone in its line, or at the beginning of a paragraph. */
  private static final Pattern APPROVES =
      Pattern.compile(
          "\\A(\\[[A-Z][A-Z0-9_-]*]\\s*)*TAG|\\n[ \\t]*\\r?\\n(TAG)(?=\\s|\\z)|(?m)^TAG\\s*$"
              .replace("TAG", Pattern.quote(APPROVAL)));

  /** Whether it begins with a tag, such as {@code [ML]}. */
  boolean tagged() {
    return TAGGED.matcher(message).find();
  }

  /** Whether it says itself that ALEX has approved: not in a sentence, nor in quotes. */
  boolean approves() {
    return APPROVES.matcher(message).find();
  }

  /** What it says after a trailer, such as {@code Migration: not required (...)}. */
  Optional<String> trailer(String key) {
    List<String> values = FooterLine.getValues(FooterLine.fromMessage(message), key);
    return values.stream().findFirst();
  }

  /** Its hash as people write it, and its first line, fit to be quoted. */
  String description() {
    String subject = message.lines().findFirst().orElse("");
    return "%s \"%s\"".formatted(id.substring(0, 10), Secret.masked(subject));
  }
}

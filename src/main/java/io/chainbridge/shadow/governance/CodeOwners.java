package io.chainbridge.shadow.governance;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.jgit.ignore.FastIgnoreRule;

/**
 * A file CODEOWNERS as GitHub reads it: patterns as of .gitignore, but without {@code !} and {@code
 * [ ]}; the last one that matches a path says who owns it, which may be nobody. Lines that GitHub
 * cannot read it skips, and so does this.
 *
 * @param path of the file itself
 * @param entries in the order of the file
 * @param skipped numbers of the lines that cannot be read
 */
record CodeOwners(String path, List<Entry> entries, List<Integer> skipped) {
  /** Where GitHub looks, in this order. */
  static final List<String> PLACES = List.of(".github/CODEOWNERS", "CODEOWNERS", "docs/CODEOWNERS");

  private static final Pattern SPACE = Pattern.compile("(?<!\\\\)\\s+");
  private static final Pattern OWNER =
      Pattern.compile("@[\\w.-]+(/[\\w.-]+)?|[^@\\s]+@[^@\\s]+\\.[^@\\s]+");

  /**
   * One line.
   *
   * @param number from 1
   * @param anyDepth whether what is in a folder that matches, matches too
   * @param owned whether somebody owns what matches
   */
  record Entry(int number, FastIgnoreRule pattern, boolean anyDepth, boolean owned) {
    private boolean matches(String path) {
      return pattern.isMatch(path, false, !anyDepth);
    }
  }

  /** The one that counts; empty if there is none. */
  static Optional<CodeOwners> of(Checkout checkout) {
    return PLACES.stream()
        .flatMap(path -> checkout.text(path).map(text -> parse(path, text)).stream())
        .findFirst();
  }

  private static CodeOwners parse(String path, String text) {
    List<Entry> entries = new ArrayList<>();
    List<Integer> skipped = new ArrayList<>();
    List<String> lines = text.lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i).strip();
      if (!line.isEmpty() && !line.startsWith("#")) {
        int number = i + 1;
        entry(number, line).ifPresentOrElse(entries::add, () -> skipped.add(number));
      }
    }
    return new CodeOwners(path, List.copyOf(entries), List.copyOf(skipped));
  }

  private static Optional<Entry> entry(int number, String line) {
    String[] words = SPACE.split(line.replaceFirst("\\s#.*", ""));
    String pattern = words[0];
    List<String> owners = Arrays.asList(words).subList(1, words.length);
    boolean legible =
        !pattern.startsWith("!")
            && !pattern.contains("[")
            && owners.stream().allMatch(owner -> OWNER.matcher(owner).matches());
    return legible
        ? Optional.of(
            new Entry(
                number, new FastIgnoreRule(pattern), !pattern.endsWith("/*"), !owners.isEmpty()))
        : Optional.empty();
  }

  /** The line that says who owns a file; empty if none does. */
  Optional<Entry> entry(String file) {
    return entries.stream().filter(entry -> entry.matches(file)).reduce((first, last) -> last);
  }
}

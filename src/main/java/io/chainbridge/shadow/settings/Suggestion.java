package io.chainbridge.shadow.settings;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** The allowed word that a misspelt one probably meant. */
public final class Suggestion {
  private static final int MOST_EDITS = 2;
  private static final LevenshteinDistance EDITS = new LevenshteinDistance(MOST_EDITS);

  private Suggestion() {}

  /**
   * The nearest of the allowed words, upper and lower case being the same.
   *
   * @return empty if none is within two edits (insert, delete or replace one character)
   */
  public static Optional<String> of(String word, Collection<String> allowed) {
    record Candidate(String word, int edits) {}

    return allowed.stream()
        .map(candidate -> new Candidate(candidate, edits(word, candidate)))
        .filter(candidate -> candidate.edits() >= 0)
        .min(Comparator.comparingInt(Candidate::edits))
        .map(Candidate::word);
  }

  /**
   * The same, for words that may well mean something else: at most one edit for each three
   * characters of the allowed word.
   */
  static Optional<String> close(String word, Collection<String> allowed) {
    return of(word, allowed).filter(meant -> edits(word, meant) <= meant.length() / 3);
  }

  private static int edits(String a, String b) {
    return EDITS.apply(a.toLowerCase(Locale.ROOT), b.toLowerCase(Locale.ROOT));
  }
}

package io.chainbridge.shadow.contract;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What is asked of the members of an object, for {@link ValueRule}. They most often come as those
 * of the object before, in the same order and with the same space between them: to compare all that
 * leads to the next value with what led there last costs less than to read it. Thread-safe.
 */
final class Members {
  /** In so many first places of an object the last lead is kept. */
  private static final int MOST_EXPECTED = 64;

  /** So that little is kept, and of a name well below what {@link JsonBody} refuses. */
  private static final int LONGEST_LEAD = 1_000;

  private static final Member ANY = new Member(0, () -> ValueRules.ANY);

  private final Map<String, Member> known;
  private final long required;
  private final List<Long> alternatives;

  /** What came in each place last time, in whatever thread: any guess will do. */
  private final @Nullable Lead[] expected = new Lead[MOST_EXPECTED];

  /**
   * One that an object may have.
   *
   * @param bit that says that it is there; 0 if nobody asks
   */
  record Member(long bit, Supplier<ValueRule> rule) {}

  /** What leads from the value before, or from the brace, to the value of a member. */
  private static final class Lead {
    private final byte[] text;
    private final Member member;

    private Lead(byte[] text, Member member) {
      this.text = text;
      this.member = member;
    }
  }

  /**
   * @param known by name, those of which anything is asked
   * @param required the bits of those that must be there
   * @param alternatives each the bits of some members; all of one of them must be there
   */
  Members(Map<String, Member> known, long required, List<Long> alternatives) {
    this.known = known;
    this.required = required;
    this.alternatives = alternatives;
  }

  /** As {@link ValueRule#keeps}, of an object, which comes next. */
  boolean keep(JsonScanner json) {
    if (!json.open()) {
      return false;
    }
    long found = 0;
    int place = 0;
    for (Member member = next(json, 0); member != null; member = next(json, ++place)) {
      if (!member.rule.get().keeps(json)) {
        return false;
      }
      found |= member.bit;
    }
    return json.close('}') && (found & required) == required && hasAlternative(found);
  }

  /** The one whose value comes next; null if there is none, as at the end of the object. */
  private @Nullable Member next(JsonScanner json, int place) {
    Lead guess = place < MOST_EXPECTED ? expected[place] : null;
    return guess != null && json.takeExactly(guess.text) ? guess.member : read(json, place);
  }

  private @Nullable Member read(JsonScanner json, int place) {
    int from = json.position();
    boolean named = (place == 0 || json.take(',')) && json.peek() == '"' && json.takeString();
    if (!named
        || !json.take(':')
        || json.peek() == JsonScanner.END
        || json.position() - from > LONGEST_LEAD) {
      json.back(from);
      return null;
    }
    Member member = known.getOrDefault(json.string(), ANY);
    if (place < MOST_EXPECTED) {
      expected[place] = new Lead(json.since(from), member);
    }
    return member;
  }

  private boolean hasAlternative(long found) {
    for (long alternative : alternatives) {
      if ((found & alternative) == alternative) {
        return true;
      }
    }
    return alternatives.isEmpty();
  }
}

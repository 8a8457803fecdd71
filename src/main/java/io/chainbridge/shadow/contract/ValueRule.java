package io.chainbridge.shadow.contract;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.io.SerializedString;
import com.networknt.schema.regex.RegularExpression;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What a schema asks of one value, as far as {@link StreamingSchema} knows how to ask it.
 *
 * @param types that the value may have
 * @param numbers bounds of a number
 * @param texts bounds of a string
 * @param items of an array
 * @param members of an object
 */
record ValueRule(Set<Type> types, Numbers numbers, Texts texts, Items items, Members members) {

  /** A longer number may be one that {@link JsonBody} refuses. */
  private static final int LONGEST_NUMBER = 300;

  /** As the keyword {@code type} calls them; every integer is a number. */
  enum Type {
    NULL,
    BOOLEAN,
    INTEGER,
    NUMBER,
    STRING,
    ARRAY,
    OBJECT
  }

  /**
   * Whether the value that begins with this token, which is the parser's current one, certainly
   * keeps the rule. If so, the parser is at its last token.
   */
  boolean keeps(JsonParser parser, JsonToken token) throws IOException {
    return switch (token) {
      case START_OBJECT -> types.contains(Type.OBJECT) && members.keeps(parser);
      case START_ARRAY -> types.contains(Type.ARRAY) && items.keeps(parser);
      case VALUE_STRING -> types.contains(Type.STRING) && texts.keeps(parser);
      case VALUE_NUMBER_INT ->
          (types.contains(Type.INTEGER) || types.contains(Type.NUMBER)) && isNumber(parser);
      case VALUE_NUMBER_FLOAT -> types.contains(Type.NUMBER) && isNumber(parser);
      case VALUE_TRUE, VALUE_FALSE -> types.contains(Type.BOOLEAN);
      case VALUE_NULL -> types.contains(Type.NULL);
      default -> false;
    };
  }

  private boolean isNumber(JsonParser parser) throws IOException {
    return parser.getTextLength() <= LONGEST_NUMBER && numbers.keeps(parser);
  }

  /**
   * Bounds, themselves included; a number that may have been rounded is only certain beyond them.
   *
   * @param least negative infinity without one
   * @param most positive infinity without one
   */
  record Numbers(double least, double most) {
    /** Below it every integer is a double. */
    private static final double LARGEST_EXACT = 0x1p53;

    private boolean keeps(JsonParser parser) throws IOException {
      if (least == Double.NEGATIVE_INFINITY && most == Double.POSITIVE_INFINITY) {
        return true;
      }
      double value = parser.getDoubleValue();
      boolean exact =
          parser.hasToken(JsonToken.VALUE_NUMBER_INT) && Math.abs(value) < LARGEST_EXACT;
      return exact ? value >= least && value <= most : value > least && value < most;
    }
  }

  /**
   * @param shortest in code points
   * @param longest in code points
   * @param patterns each found somewhere, or where its anchors say, as the library understands them
   */
  record Texts(long shortest, long longest, List<RegularExpression> patterns) {
    private boolean keeps(JsonParser parser) throws IOException {
      if (shortest == 0 && longest == Long.MAX_VALUE && patterns.isEmpty()) {
        return true;
      }
      return isLongEnough(parser) && (patterns.isEmpty() || fits(parser));
    }

    /** Code points need only be counted where two characters to each would make a difference. */
    private boolean isLongEnough(JsonParser parser) throws IOException {
      int length = parser.getTextLength();
      if (length / 2 >= shortest && length <= longest) {
        return true;
      }
      int points =
          Character.codePointCount(parser.getTextCharacters(), parser.getTextOffset(), length);
      return points >= shortest && points <= longest;
    }

    private boolean fits(JsonParser parser) throws IOException {
      String text = parser.getText();
      for (RegularExpression pattern : patterns) {
        if (!pattern.matches(text)) {
          return false;
        }
      }
      return true;
    }
  }

  /**
   * @param fewest items
   * @param most items
   * @param each what is asked of each; later than when this is made, since schemas may recur
   */
  record Items(long fewest, long most, Supplier<ValueRule> each) {
    private boolean keeps(JsonParser parser) throws IOException {
      ValueRule rule = each.get();
      int count = 0;
      for (JsonToken token = parser.nextToken();
          token != JsonToken.END_ARRAY;
          token = parser.nextToken()) {
        if (token == null || !rule.keeps(parser, token)) {
          return false;
        }
        count++;
      }
      return count >= fewest && count <= most;
    }
  }

  /**
   * What is asked of an object. Its members most often come in the order of those of the one
   * before: to compare the next name with the one expected costs less than to look it up.
   */
  static final class Members {
    /** Of the first of them the order is known. */
    private static final int MOST_EXPECTED = 64;

    private final Map<String, Member> known;
    private final long required;
    private final List<Long> alternatives;

    /** Which came in each place last time, in whatever thread: any guess will do. */
    private final @Nullable Member[] expected = new Member[MOST_EXPECTED];

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

    private boolean keeps(JsonParser parser) throws IOException {
      long found = 0;
      int place = 0;
      for (Member member = next(parser, 0); member != null; member = next(parser, ++place)) {
        JsonToken token = parser.nextToken();
        if (token == null || !member.rule.get().keeps(parser, token)) {
          return false;
        }
        found |= member.bit;
      }
      return parser.hasToken(JsonToken.END_OBJECT)
          && (found & required) == required
          && hasAlternative(found);
    }

    /** The one that the parser comes to; null if there is none, as at the end of the object. */
    private @Nullable Member next(JsonParser parser, int place) throws IOException {
      Member guess = place < MOST_EXPECTED ? expected[place] : null;
      if (guess != null && parser.nextFieldName(guess.name)) {
        return guess;
      }
      String name = guess == null ? parser.nextFieldName() : parser.currentName();
      if (!parser.hasToken(JsonToken.FIELD_NAME)) {
        return null;
      }
      Member found = known.get(name);
      Member member = found == null ? Member.any(name, 0) : found;
      if (place < MOST_EXPECTED && isAscii(name)) {
        expected[place] = member;
      }
      return member;
    }

    /** Another would be found only by what it is escaped as, and half a surrogate pair never. */
    private static boolean isAscii(String name) {
      return name.chars().allMatch(character -> character < 0x80);
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

  /**
   * A member that an object may have.
   *
   * @param bit that says that it is there; 0 if nobody asks
   */
  record Member(SerializedString name, long bit, Supplier<ValueRule> rule) {
    /** One whose value may be anything. */
    static Member any(String name, long bit) {
      return new Member(new SerializedString(name), bit, () -> ValueRules.ANY);
    }
  }
}

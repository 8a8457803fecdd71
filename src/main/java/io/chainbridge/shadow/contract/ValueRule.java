package io.chainbridge.shadow.contract;

import com.networknt.schema.regex.RegularExpression;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

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

  private static final byte[] TRUE = ascii("true");
  private static final byte[] FALSE = ascii("false");
  private static final byte[] NULL = ascii("null");

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
   * Whether the value that comes next certainly keeps the rule. If so, the scanner is behind it.
   */
  boolean keeps(JsonScanner json) {
    return switch (json.peek()) {
      case '{' -> types.contains(Type.OBJECT) && members.keep(json);
      case '[' -> types.contains(Type.ARRAY) && items.keeps(json);
      case '"' -> types.contains(Type.STRING) && json.takeString() && texts.keeps(json);
      case 't' -> types.contains(Type.BOOLEAN) && json.takeExactly(TRUE);
      case 'f' -> types.contains(Type.BOOLEAN) && json.takeExactly(FALSE);
      case 'n' -> types.contains(Type.NULL) && json.takeExactly(NULL);
      case JsonScanner.END -> false;
      default -> isNumber(json) && numbers.keeps(json);
    };
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  private boolean isNumber(JsonScanner json) {
    return json.takeNumber()
        && (types.contains(Type.NUMBER) || (types.contains(Type.INTEGER) && json.isInteger()));
  }

  /**
   * Bounds, themselves included; a number that may have been rounded is only certain beyond them.
   *
   * @param least negative infinity without one
   * @param most positive infinity without one
   */
  record Numbers(double least, double most) {
    private boolean keeps(JsonScanner json) {
      if (least == Double.NEGATIVE_INFINITY && most == Double.POSITIVE_INFINITY) {
        return true;
      }
      double value = json.number();
      return json.isExact() ? value >= least && value <= most : value > least && value < most;
    }
  }

  /**
   * @param shortest in code points
   * @param longest in code points
   * @param patterns each found somewhere, or where its anchors say, as the library understands them
   */
  record Texts(long shortest, long longest, List<RegularExpression> patterns) {
    private boolean keeps(JsonScanner json) {
      return json.hasCodePoints(shortest, longest) && (patterns.isEmpty() || fits(json.string()));
    }

    private boolean fits(String text) {
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
    private boolean keeps(JsonScanner json) {
      ValueRule rule = each.get();
      int count = 0;
      if (!json.open()) {
        return false;
      }
      if (json.peek() != ']') {
        do {
          if (!rule.keeps(json)) {
            return false;
          }
          count++;
        } while (json.take(','));
      }
      return json.close(']') && count >= fewest && count <= most;
    }
  }
}

package io.chainbridge.shadow.report;

/**
 * Words that come from elsewhere, from a service above all, made fit to be quoted in any report: on
 * one line, of bounded length, and without characters that are not seen but act, such as those that
 * move a cursor, end a line or turn the direction of writing. What is left is legal in XML.
 */
public final class Quotation {
  private static final int UNSEEN = '\uFFFD';
  private static final String CUT = "\u2026";

  private Quotation() {}

  /**
   * The words, each run of white space as one space, each unseen character as U+FFFD.
   *
   * @param most characters before they are cut, with an ellipsis to show it
   */
  public static String of(String text, int most) {
    StringBuilder quotation = new StringBuilder();
    int at = 0;
    for (int taken = 0; at < text.length() && taken < most; taken++) {
      int character = text.codePointAt(at);
      at += Character.charCount(character);
      if (!Character.isWhitespace(character)) {
        quotation.appendCodePoint(visible(character));
      } else if (quotation.length() == 0 || quotation.charAt(quotation.length() - 1) != ' ') {
        quotation.append(' ');
      }
    }
    return quotation.toString().strip() + (at < text.length() ? CUT : "");
  }

  /** The character, or U+FFFD in place of one that is not seen. */
  static int visible(int character) {
    return seen(character) ? character : UNSEEN;
  }

  private static boolean seen(int character) {
    return switch (Character.getType(character)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      default -> true;
    };
  }
}

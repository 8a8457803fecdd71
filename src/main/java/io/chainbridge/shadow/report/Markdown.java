package io.chainbridge.shadow.report;

import java.util.regex.Pattern;

/**
 * Pieces of GitHub-flavoured Markdown that show any words as they are: nothing in them becomes a
 * link, a mention, a table's cell, HTML or any other mark. Each is cut; a character takes {@value
 * #MOST_BYTES} bytes at most.
 */
public final class Markdown {
  /** Those of an entity and of a space without width. */
  static final int MOST_BYTES = 12;

  /** Of words in a sentence. */
  static final int MOST_CHARACTERS = 400;

  /** Of words in the type of code. */
  static final int MOST_CODE_CHARACTERS = 200;

  /** What would begin or end something in the middle of a line. */
  private static final Pattern MARK =
      Pattern.compile(
          "[\\\\`*\\[\\]<>&|~$@#]|(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])|:(?=//)|(?<=www)\\.");

  private static final String NO_WIDTH = "&#8203;";

  private Markdown() {}

  /** Words in a sentence. */
  public static String text(String words) {
    return MARK.matcher(Quotation.of(words, MOST_CHARACTERS))
        .replaceAll(mark -> entity(mark.group().charAt(0)));
  }

  /** Words in the type of code. A pipe would end the cell even there, and a grave the code. */
  public static String code(String words) {
    String text = Quotation.of(words, MOST_CODE_CHARACTERS);
    if (text.isEmpty()) {
      return "(empty)";
    }
    if (text.indexOf('`') < 0 && text.indexOf('|') < 0) {
      return "`" + text + "`";
    }
    StringBuilder html = new StringBuilder("<code>");
    text.chars()
        .forEach(
            character ->
                html.append(punctuation(character) ? entity((char) character) : (char) character));
    return html.append("</code>").toString();
  }

  private static boolean punctuation(int character) {
    return character > ' ' && character < 0x7f && !Character.isLetterOrDigit(character);
  }

  /**
   * Mentions and links are told by what stands beside these: a space without width is there now.
   */
  private static String entity(char mark) {
    String entity = "&#%d;".formatted((int) mark);
    return switch (mark) {
      case '@', '#' -> entity + NO_WIDTH;
      case ':', '.' -> NO_WIDTH + entity;
      default -> entity;
    };
  }
}

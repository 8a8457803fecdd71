package io.chainbridge.shadow.report;

/**
 * Words from elsewhere at the lengths that a page has room for. Escaping for HTML is the template's
 * business.
 */
final class Quoted {
  private static final int LONGEST_LINE = 400;
  private static final int LONGEST_BODY = 2_048;

  private Quoted() {}

  /** For a line or a cell. */
  static String line(String text) {
    return Quotation.of(text, LONGEST_LINE);
  }

  /** For a block: with its line breaks and indentation, otherwise as {@link Quotation}. */
  static String body(String text) {
    StringBuilder shown = new StringBuilder();
    text.codePoints()
        .limit(LONGEST_BODY)
        .filter(point -> point != '\r')
        .map(point -> point == '\n' || point == '\t' ? point : Quotation.visible(point))
        .forEach(shown::appendCodePoint);
    return shown.toString();
  }
}

package io.chainbridge.shadow.budget;

import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.util.RawValue;
import com.fasterxml.jackson.dataformat.csv.CsvFactory;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import io.chainbridge.shadow.budget.Feeder.Value;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** A feeder as CSV (RFC 4180) with a header. Lines without a character are no rows. */
final class CsvFeeder {
  private static final CsvFactory CSV = new CsvFactory();

  /** What is not text: numbers (RFC 8259, section 6), and the three literal names. */
  private static final Pattern LITERAL =
      Pattern.compile("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][+-]?[0-9]+)?|true|false|null");

  /**
   * One line, or several if a value has line breaks.
   *
   * @param number of its first line, from 1
   */
  private record Line(int number, List<String> fields) {}

  private CsvFeeder() {}

  static void read(Reader text, FeederTable table) throws IOException {
    try (CsvParser parser = CSV.createParser(text)) {
      Optional<Line> header = next(parser);
      if (header.isEmpty()) {
        table.problem(": is empty; must begin with a line of the columns' names");
        return;
      }
      table.header(place(header.get()), header.get().fields());
      int columns = header.get().fields().size();
      for (Optional<Line> line = next(parser);
          line.isPresent() && table.hasRoom();
          line = next(parser)) {
        row(line.get(), columns, table);
      }
      table.end("below the line of the columns' names each line is one");
    }
  }

  private static void row(Line line, int columns, FeederTable table) {
    int fields = line.fields().size();
    if (fields != columns) {
      table.badRow(
          "%s: has %s, expected %d as in the header; %s"
              .formatted(
                  place(line),
                  fields == 1 ? "1 field" : fields + " fields",
                  columns,
                  fields < columns
                      ? "a value may be empty, but its comma is needed"
                      : "a value with a comma needs quotation marks around it"));
      return;
    }
    table.row(line.fields().stream().map(CsvFeeder::value).toList());
  }

  /** A literal stays as it is written, be it beyond what a number of Java can hold. */
  private static Value value(String text) {
    JsonNodeFactory nodes = JsonNodeFactory.instance;
    return new Value(
        text,
        LITERAL.matcher(text).matches()
            ? nodes.rawValueNode(new RawValue(text))
            : nodes.textNode(text));
  }

  private static Optional<Line> next(CsvParser parser) throws IOException {
    while (parser.nextToken() != null) {
      parser.nextToken();
      boolean blank = isAtStartOfLine(parser);
      int number = parser.currentTokenLocation().getLineNr();
      List<String> fields = new ArrayList<>();
      while (parser.currentToken() == JsonToken.VALUE_STRING) {
        fields.add(parser.getText());
        parser.nextToken();
      }
      if (!blank) {
        return Optional.of(new Line(number, fields));
      }
    }
    return Optional.empty();
  }

  /**
   * Whether the first field took no character, not even quotation marks or a comma. (The parser's
   * own feature for blank lines would also take the spaces that a line begins with.)
   */
  private static boolean isAtStartOfLine(CsvParser parser) {
    return parser.currentLocation().getColumnNr() == 1;
  }

  private static String place(Line line) {
    return ", line " + line.number();
  }
}

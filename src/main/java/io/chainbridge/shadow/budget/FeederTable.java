package io.chainbridge.shadow.budget;

import io.chainbridge.shadow.budget.Feeder.Value;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** A feeder in the making, row by row, with everything that is wrong. Not thread-safe. */
final class FeederTable {
  private static final int MOST_ROWS = 100_000;

  /** Bad rows that are named; what comes after them is only counted. */
  private static final int MOST_BAD_ROWS = 10;

  private final String file;
  private final Consumer<String> problems;
  private final Set<String> columns = new LinkedHashSet<>();
  private final List<List<Value>> rows = new ArrayList<>();
  private int badRows;

  /**
   * @param problems takes each problem, which begins with the file's name
   */
  FeederTable(String file, Consumer<String> problems) {
    this.file = file;
    this.problems = problems;
  }

  /**
   * Says what is wrong with the file.
   *
   * @param text goes after the file's name
   */
  void problem(String text) {
    problems.accept(file + text);
  }

  /**
   * Takes the columns' names.
   *
   * @param place goes after the file's name
   */
  void header(String place, List<String> names) {
    for (int i = 0; i < names.size(); i++) {
      String name = names.get(i).strip();
      if (name.isEmpty()) {
        problem("%s: column %d has no name; give it one".formatted(place, i + 1));
      } else if (!columns.add(name)) {
        problem("%s: two columns are named %s; rename one".formatted(place, name));
      } else if (!name.equals(names.get(i))) {
        problem(
            "%s: a space is beside the name of column %s; remove it there and in the rows"
                .formatted(place, name));
      }
    }
  }

  /** Whether there were names of columns. */
  boolean hasHeader() {
    return !columns.isEmpty();
  }

  /** Whether there is room for one row more; where there is none, that is a problem. */
  boolean hasRoom() {
    if (rows.size() + badRows < MOST_ROWS) {
      return true;
    }
    problem(": has more than 100,000 rows, the most a feeder may have; leave some out");
    return false;
  }

  /** Takes a row with a value for each column. */
  void row(List<Value> values) {
    rows.add(values);
  }

  /**
   * Says what is wrong with a row.
   *
   * @param text goes after the file's name
   */
  void badRow(String text) {
    badRows++;
    if (badRows <= MOST_BAD_ROWS) {
      problem(text);
    }
  }

  /**
   * Ends the rows.
   *
   * @param advice for a file without any
   */
  void end(String advice) {
    if (rows.isEmpty() && badRows == 0) {
      problem(": has no rows; " + advice);
    }
    if (badRows > MOST_BAD_ROWS) {
      problem(": %d more rows are wrong in such ways".formatted(badRows - MOST_BAD_ROWS));
    }
  }

  /** What there is of it, be it with problems; empty if not even its columns are known. */
  Optional<Feeder> feeder() {
    return hasHeader() ? Optional.of(new Feeder(List.copyOf(columns), rows)) : Optional.empty();
  }
}

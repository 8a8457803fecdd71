package io.chainbridge.shadow.report;

import java.util.Locale;
import java.util.OptionalInt;

/**
 * A workflow command of GitHub Actions: printed in a job, it becomes an annotation of the run and
 * of the pull request. It is one line, whatever the words hold.
 *
 * @param level how it is shown
 * @param file from the top of the checkout; empty for none
 * @param line from 1; empty for none
 * @param title in a few words
 * @param message in a sentence
 */
public record WorkflowCommand(
    Level level, String file, OptionalInt line, String title, String message) {
  /** How many of a level GitHub shows for a step. */
  public static final int MOST = 10;

  private static final int MOST_CHARACTERS = 1_000;

  /** How an annotation is shown. */
  public enum Level {
    NOTICE,
    WARNING,
    ERROR
  }

  /** An error of the run as a whole. */
  public static WorkflowCommand error(String title, String message) {
    return new WorkflowCommand(Level.ERROR, "", OptionalInt.empty(), title, message);
  }

  /** A warning about the run as a whole. */
  static WorkflowCommand warning(String title, String message) {
    return new WorkflowCommand(Level.WARNING, "", OptionalInt.empty(), title, message);
  }

  /** As it is printed. */
  public String text() {
    StringBuilder properties = new StringBuilder();
    if (!file.isEmpty()) {
      properties.append("file=").append(property(file)).append(',');
      line.ifPresent(number -> properties.append("line=").append(number).append(','));
    }
    return "::%s %stitle=%s::%s"
        .formatted(
            level.name().toLowerCase(Locale.ROOT), properties, property(title), data(message));
  }

  private static String property(String text) {
    return data(text).replace(":", "%3A").replace(",", "%2C");
  }

  /** Line ends, which would have to be escaped too, are quoted as spaces. */
  private static String data(String text) {
    return Quotation.of(text, MOST_CHARACTERS).replace("%", "%25");
  }
}

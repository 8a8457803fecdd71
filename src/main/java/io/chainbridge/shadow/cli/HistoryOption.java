package io.chainbridge.shadow.cli;

import io.chainbridge.shadow.report.Quotation;
import io.chainbridge.shadow.settings.InvalidInputException;
import io.chainbridge.shadow.trend.History;
import java.io.IOException;
import java.nio.file.Path;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Where the history of runs is, for the commands that read it. */
final class HistoryOption {
  private static final int LONGEST_WARNING = 400;

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  @Option(
      names = "--history",
      paramLabel = "DIR",
      defaultValue = "${env:SHADOW_HISTORY:-reports/history}",
      description = "The history; SHADOW_HISTORY or else reports/history if absent.")
  private Path history;

  /** As the user named it. */
  Path path() {
    return history;
  }

  /**
   * What is in it; what is wrong with some of its files is a warning.
   *
   * @throws InvalidInputException if it cannot be read at all
   */
  History.Contents read() {
    try {
      History.Contents contents = new History(history).read();
      contents
          .warnings()
          .forEach(
              warning ->
                  spec.commandLine()
                      .getErr()
                      .println("warning: " + Quotation.of(warning, LONGEST_WARNING)));
      return contents;
    } catch (IOException e) {
      throw new InvalidInputException("the history in %s is of no use: %s".formatted(history, e));
    }
  }
}

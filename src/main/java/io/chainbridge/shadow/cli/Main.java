package io.chainbridge.shadow.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The entry of the command line: {@code shadow COMMAND}. */
@Command(
    name = "shadow",
    description = "Gates a service's JSON endpoints on budgets.",
    mixinStandardHelpOptions = true,
    subcommands = {
      ServeCommand.class,
      ReportCommand.class,
      MergeCommand.class,
      TrendCommand.class,
      TuneCommand.class,
      NoticeCommand.class,
      SummaryCommand.class,
      GovernanceCommand.class,
      SecurityScanCommand.class,
      CiSummaryCommand.class
    })
public final class Main {

  private Main() {}

  /** Runs a command and exits with its code: 2 for a command line that makes no sense. */
  public static void main(String[] arguments) {
    System.exit(commandLine().execute(arguments));
  }

  /**
   * The commands, each problem of a command line told in one line, and how to use it where the
   * command is missing.
   */
  static CommandLine commandLine() {
    return new CommandLine(new Main())
        .setParameterExceptionHandler(
            (e, arguments) -> {
              e.getCommandLine().getErr().println(e.getMessage());
              if (e.getCommandLine().getParent() == null) {
                e.getCommandLine().usage(e.getCommandLine().getErr());
              }
              return e.getCommandLine().getCommandSpec().exitCodeOnInvalidInput();
            });
  }
}

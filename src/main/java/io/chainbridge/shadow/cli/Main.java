package io.chainbridge.shadow.cli;

import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The entry of the command line: {@code shadow COMMAND}. */
@Command(
    name = "shadow",
    description = "Gates a service's JSON endpoints on budgets.",
    mixinStandardHelpOptions = true)
public final class Main {

  private static final List<Class<?>> COMMANDS =
      List.of(
          ServeCommand.class,
          ReportCommand.class,
          MergeCommand.class,
          TrendCommand.class,
          TuneCommand.class,
          NoticeCommand.class,
          SummaryCommand.class,
          GovernanceCommand.class,
          SecurityScanCommand.class,
          CiSummaryCommand.class);

  private Main() {}

  /** Runs a command and exits with its code: 2 for a command line that makes no sense. */
  public static void main(String[] arguments) {
    System.exit(commandLine(arguments).execute(arguments));
  }

  /**
   * The command that arguments begin with, or else all of them: to read what each takes is a good
   * part of the time of a short one. Each problem of a command line is told in one line, and how to
   * use it where the command is missing.
   */
  static CommandLine commandLine(String... arguments) {
    CommandLine line = new CommandLine(new Main());
    List<Class<?>> named =
        COMMANDS.stream().filter(command -> isFirst(command, arguments)).toList();
    (named.isEmpty() ? COMMANDS : named).forEach(line::addSubcommand);
    return line.setParameterExceptionHandler(
        (e, all) -> {
          e.getCommandLine().getErr().println(e.getMessage());
          if (e.getCommandLine().getParent() == null) {
            e.getCommandLine().usage(e.getCommandLine().getErr());
          }
          return e.getCommandLine().getCommandSpec().exitCodeOnInvalidInput();
        });
  }

  private static boolean isFirst(Class<?> command, String... arguments) {
    return arguments.length > 0 && arguments[0].equals(command.getAnnotation(Command.class).name());
  }
}

package io.chainbridge.shadow.cli;

import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine;

/**
 * The entry of a JVM that another one of ours starts to listen for it: a command and its options.
 * It knows no others, since reading what all commands are takes a tenth of its start.
 */
final class Child {
  private static final Map<String, Supplier<Callable<Integer>>> COMMANDS =
      Map.of("serve", ServeCommand::new, "fault-proxy", FaultProxyCommand::new);

  private Child() {}

  /** Runs the command and exits with its code. */
  public static void main(String[] arguments) {
    Callable<Integer> command = COMMANDS.get(arguments[0]).get();
    System.exit(
        new CommandLine(command).execute(Arrays.copyOfRange(arguments, 1, arguments.length)));
  }
}

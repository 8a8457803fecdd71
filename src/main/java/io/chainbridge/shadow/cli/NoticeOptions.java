package io.chainbridge.shadow.cli;

import io.chainbridge.shadow.notice.Channel;
import io.chainbridge.shadow.notice.Notifier;
import io.chainbridge.shadow.settings.NoticeSettings;
import java.io.PrintWriter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** How messages go out, for the commands that send some. */
final class NoticeOptions {
  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  @Option(
      names = "--dry-run",
      description = "Print what each channel would be told, and send nothing.")
  private boolean dryRun;

  private Map<String, String> environment = System.getenv();

  /** Another environment than this process has. */
  void in(Map<String, String> other) {
    environment = Map.copyOf(other);
  }

  boolean dryRun() {
    return dryRun;
  }

  Map<String, String> environment() {
    return environment;
  }

  /**
   * Whom to tell, as set.
   *
   * @throws io.chainbridge.shadow.settings.InvalidInputException if that makes no sense
   */
  Notifier notifier() {
    Map<String, String> properties = new HashMap<>();
    System.getProperties().forEach((name, value) -> properties.put("" + name, "" + value));
    return new Notifier(NoticeSettings.read(properties, environment), environment);
  }

  /** Prints messages in place of sending them. */
  void print(Map<Channel, List<String>> messages) {
    PrintWriter out = spec.commandLine().getOut();
    messages.forEach(
        (channel, bodies) -> bodies.forEach(body -> out.print("%s:%n%s".formatted(channel, body))));
    out.flush();
  }

  /** Says who was told, and who was not. */
  void report(Notifier.Told told) {
    if (!told.channels().isEmpty()) {
      spec.commandLine()
          .getOut()
          .println(
              told.channels().stream()
                  .map(Channel::toString)
                  .collect(Collectors.joining(", ", "Sent to: ", "")));
    }
    told.warnings().forEach(warning -> spec.commandLine().getErr().println("warning: " + warning));
    spec.commandLine().getOut().flush();
    spec.commandLine().getErr().flush();
  }

  /** Says a line. */
  void say(String line) {
    spec.commandLine().getOut().println(line);
    spec.commandLine().getOut().flush();
  }

  /** Says what is wrong, and returns what to exit with. */
  int failed(String message, int status) {
    spec.commandLine().getErr().println(message);
    return status;
  }
}

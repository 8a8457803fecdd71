package io.chainbridge.shadow.gatling;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * Whether somebody watches standard output on a terminal, on which a line can be redrawn. The Maven
 * plugin lets this process inherit Maven's own output. Linux says what that is; elsewhere it is
 * taken for none.
 */
final class Terminal {
  private static final Path STANDARD_OUTPUT = Path.of("/proc/self/fd/1");

  private Terminal() {}

  /** As it is for this process. */
  static boolean shows(Map<String, String> environment) {
    return isInteractive(environment) && isTerminal(STANDARD_OUTPUT);
  }

  /** Whether the environment is that of a person at a terminal, and not of a CI server. */
  static boolean isInteractive(Map<String, String> environment) {
    String terminal = environment.getOrDefault("TERM", "");
    return !environment.containsKey("CI") && !terminal.isBlank() && !terminal.equals("dumb");
  }

  private static boolean isTerminal(Path descriptor) {
    try {
      String device = Files.readSymbolicLink(descriptor).toString();
      return device.startsWith("/dev/pts/") || device.startsWith("/dev/tty");
    } catch (IOException | UnsupportedOperationException e) {
      return false;
    }
  }
}

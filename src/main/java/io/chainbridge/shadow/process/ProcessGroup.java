package io.chainbridge.shadow.process;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;

/** A shell command together with all processes that it starts, less those that leave its group. */
public final class ProcessGroup {
  /** The script gives them 5 s. */
  private static final Duration ENDED_WITHIN = Duration.ofSeconds(7);

  private ProcessGroup() {}

  /**
   * Runs a command by {@code /bin/sh}, in this JVM's folder and with its environment, without
   * standard input. The process ends with the command, and with its status; what the command has
   * started and left running ends with it.
   *
   * @param log takes whatever they write
   * @throws IOException if there is no shell, or the log cannot be written
   */
  public static ChildProcess start(String command, Path log) throws IOException {
    return ChildProcess.start(
        new ProcessBuilder("/bin/sh", "-c", script(), "sh", command)
            .redirectErrorStream(true)
            .redirectOutput(log.toFile()),
        ENDED_WITHIN);
  }

  private static String script() throws IOException {
    try (InputStream script =
        Objects.requireNonNull(ProcessGroup.class.getResourceAsStream("group.sh"))) {
      return new String(script.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}

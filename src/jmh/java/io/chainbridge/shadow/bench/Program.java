package io.chainbridge.shadow.peer;

import io.chainbridge.shadow.process.SearchPath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A command that others have made, found or installed. */
final class Program {
  private static final Duration LONGEST = Duration.ofMinutes(3);

  /** No tool is to tell anybody that it is used. */
  private static final Map<String, String> ENVIRONMENT =
      Map.of(
          "ARTILLERY_DISABLE_TELEMETRY", "true",
          "PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "true",
          "DO_NOT_TRACK", "1",
          "NO_UPDATE_NOTIFIER", "1");

  private final List<String> command;

  private Program(List<String> command) {
    this.command = command;
  }

  /** One that takes these arguments before all others. */
  static Program of(String... command) {
    return new Program(List.of(command));
  }

  /**
   * One of the search path.
   *
   * @throws IOException if it is not there
   */
  static Program installed(String name) throws IOException {
    return of(
        SearchPath.find(name)
            .orElseThrow(() -> new IOException(name + " is not installed"))
            .toString());
  }

  /**
   * Runs it to its end.
   *
   * @return its standard output
   * @throws IOException if it fails, or takes more than three minutes
   */
  String run(Path folder, String... arguments) throws IOException {
    List<String> line = new ArrayList<>(command);
    line.addAll(List.of(arguments));
    Path out = Files.createTempFile(folder, "peer", ".out");
    Path err = Files.createTempFile(folder, "peer", ".err");
    ProcessBuilder builder =
        new ProcessBuilder(line)
            .directory(folder.toFile())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile());
    builder.environment().putAll(ENVIRONMENT);
    Process process = builder.start();
    process.getOutputStream().close();
    await(process, line);
    String said = Files.readString(out);
    if (process.exitValue() != 0) {
      throw new IOException(
          "%s ended with %d: %s%s"
              .formatted(String.join(" ", line), process.exitValue(), said, Files.readString(err)));
    }
    return said;
  }

  private static void await(Process process, List<String> line) throws IOException {
    try {
      if (!process.waitFor(LONGEST.toSeconds(), TimeUnit.SECONDS)) {
        throw new IOException(
            "%s took more than %d s".formatted(String.join(" ", line), LONGEST.toSeconds()));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    } finally {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
  }
}

package io.chainbridge.shadow.bench;

import io.chainbridge.shadow.process.SearchPath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** A command in a process of its own, which ends in time and leaves no other behind. Immutable. */
public final class Program {
  private static final Duration LONGEST = Duration.ofMinutes(10);

  /** No tool is to tell anybody that it is used. */
  private static final Map<String, String> ENVIRONMENT =
      Map.of(
          "ARTILLERY_DISABLE_TELEMETRY", "true",
          "PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "true",
          "DO_NOT_TRACK", "1",
          "NO_UPDATE_NOTIFIER", "1");

  /** Options of whoever measures are not those of what is measured. */
  private static final Set<String> KEPT_BACK =
      Set.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS");

  private final List<String> command;
  private final int exitCode;

  private Program(List<String> command, int exitCode) {
    this.command = List.copyOf(command);
    this.exitCode = exitCode;
  }

  /** One that takes these arguments before all others. */
  public static Program of(List<String> command) {
    return new Program(command, 0);
  }

  /** The JVM that measures, with these arguments before all others. */
  public static Program java(List<String> arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(arguments);
    return of(command);
  }

  /**
   * One of the search path.
   *
   * @throws IOException if it is not there
   */
  public static Program installed(String name) throws IOException {
    return of(
        List.of(
            SearchPath.find(name)
                .orElseThrow(() -> new IOException(name + " is not installed"))
                .toString()));
  }

  /** The same, to end with another exit code than 0. */
  public Program endingWith(int expected) {
    return new Program(command, expected);
  }

  /**
   * What it did.
   *
   * @param out its standard output
   * @param seconds from its start to its end
   */
  public record Done(String out, double seconds) {}

  /**
   * Runs it to its end.
   *
   * @param folder that it works in, and that its output is kept in
   * @throws IOException if it ends with another exit code, or takes more than ten minutes
   */
  public Done run(Path folder, String... arguments) throws IOException {
    List<String> line = new ArrayList<>(command);
    line.addAll(List.of(arguments));
    Path out = Files.createTempFile(folder, "program", ".out");
    Path err = Files.createTempFile(folder, "program", ".err");
    ProcessBuilder builder =
        new ProcessBuilder(line)
            .directory(folder.toFile())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile());
    builder.environment().putAll(ENVIRONMENT);
    builder.environment().keySet().removeAll(KEPT_BACK);
    long start = System.nanoTime();
    Process process = builder.start();
    process.getOutputStream().close();
    await(process, line);
    double seconds = (System.nanoTime() - start) / 1e9;
    String said = Files.readString(out);
    if (process.exitValue() != exitCode) {
      throw new IOException(
          "%s ended with %d: %s%s"
              .formatted(String.join(" ", line), process.exitValue(), said, Files.readString(err)));
    }
    return new Done(said, seconds);
  }

  private static void await(Process process, List<String> line) throws IOException {
    Thread ending = new Thread(() -> end(process));
    Runtime.getRuntime().addShutdownHook(ending);
    try {
      if (!process.waitFor(LONGEST.toSeconds(), TimeUnit.SECONDS)) {
        throw new IOException(
            "%s took more than %d s".formatted(String.join(" ", line), LONGEST.toSeconds()));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    } finally {
      end(process);
      forget(ending);
    }
  }

  private static void forget(Thread ending) {
    try {
      Runtime.getRuntime().removeShutdownHook(ending);
    } catch (IllegalStateException e) {
      // The JVM is shutting down, and the hook does the same.
    }
  }

  private static void end(Process process) {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
  }
}

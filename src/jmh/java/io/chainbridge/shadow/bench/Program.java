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

/** A command in a process of its own, which is ended if it takes too long. Immutable. */
public final class Program {
  private static final Duration LONGEST = Duration.ofMinutes(10);

  /** No tool is to tell anybody that it is used. */
  private static final Map<String, String> ENVIRONMENT =
      Map.of(
          "ARTILLERY_DISABLE_TELEMETRY", "true",
          "PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "true",
          "DO_NOT_TRACK", "1",
          "NO_UPDATE_NOTIFIER", "1");

  /** Options of whoever measures, Maven's own JVM among them, are not those of what is measured. */
  private static final Set<String> KEPT_BACK =
      Set.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS", "MAVEN_OPTS", "MAVEN_ARGS");

  private final List<String> command;

  private Program(List<String> command) {
    this.command = List.copyOf(command);
  }

  /** One that takes these arguments before all others. */
  public static Program of(List<String> command) {
    return new Program(command);
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
   * @throws IOException if it fails, or takes more than ten minutes
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
    await(process);
    double seconds = (System.nanoTime() - start) / 1e9;
    String said = Files.readString(out);
    if (process.exitValue() != 0) {
      throw new IOException(
          "%s ended with %d: %s%s"
              .formatted(name(), process.exitValue(), Files.readString(err), said));
    }
    return new Done(said, seconds);
  }

  private String name() {
    return String.valueOf(Path.of(command.get(0)).getFileName());
  }

  private void await(Process process) throws IOException {
    Thread ending = new Thread(() -> end(process));
    try {
      Runtime.getRuntime().addShutdownHook(ending);
      if (!process.waitFor(LONGEST.toSeconds(), TimeUnit.SECONDS)) {
        throw new IOException("%s took more than %d s".formatted(name(), LONGEST.toSeconds()));
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
    process.destroyForcibly().onExit().join();
  }
}

package io.chainbridge.shadow.gatling;

import static java.util.concurrent.TimeUnit.SECONDS;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;

/** A run of the gate in its own process, which ends with its closing at the latest. */
final class RunningGate implements AutoCloseable {
  /** Far beyond what any run takes, even while other builds have the machine. */
  private static final int LONGEST_SECONDS = 150;

  private final Path folder;
  private final Process process;
  private final Path out;
  private final Path err;

  private RunningGate(Path folder, Process process, Path out, Path err) {
    this.folder = folder;
    this.process = process;
    this.out = out;
    this.err = err;
  }

  static RunningGate start(Path folder, List<String> command, Map<String, String> environment) {
    try {
      Path out = Files.createTempFile(folder, "gate", ".out");
      Path err = Files.createTempFile(folder, "gate", ".err");
      ProcessBuilder builder =
          new ProcessBuilder(command)
              .directory(folder.toFile())
              .redirectOutput(out.toFile())
              .redirectError(err.toFile());
      builder.environment().clear();
      builder.environment().putAll(environment);
      return new RunningGate(folder, builder.start(), out, err);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Process process() {
    return process;
  }

  /** What came of it; waits for its end. */
  GateResult result() {
    try {
      int exitCode = process.onExit().orTimeout(LONGEST_SECONDS, SECONDS).join().exitValue();
      return new GateResult(folder, exitCode, Files.readString(out), Files.readString(err));
    } catch (CompletionException e) {
      throw new AssertionError(
          "The gate did not end within %d s: %s%s".formatted(LONGEST_SECONDS, text(out), text(err)),
          e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly().onExit().orTimeout(LONGEST_SECONDS, SECONDS).join();
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      return e.toString();
    }
  }
}

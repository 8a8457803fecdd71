package io.chainbridge.shadow.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A JVM that does one thing, from its start to its end, with the client compiler alone, as {@code
 * .mvn/jvm.config} has it for Maven, in whose JVM the commands run.
 */
public final class ColdJvm {
  /** Before the seconds that something took within such a JVM. */
  private static final String TOOK = "took ";

  private ColdJvm() {}

  /**
   * What was done in one.
   *
   * @param seconds from its start to its end
   * @param said what it wrote
   */
  public record Done(double seconds, String said) {
    /** The seconds that it {@link #took} by its own account. */
    public double secondsWithin() {
      return Double.parseDouble(said.substring(said.lastIndexOf(TOOK) + TOOK.length()).strip());
    }
  }

  /**
   * Called within: writes what it took since a time of {@link System#nanoTime}, as its last word.
   */
  public static void took(long since) {
    System.out.println(TOOK + (System.nanoTime() - since) / 1e9);
  }

  /**
   * Runs it with a heap of 512 MB.
   *
   * @throws IOException if it fails
   */
  public static Done run(Class<?> main, Path argument) throws IOException {
    return run(main.getName(), 0, List.of(argument.toString()));
  }

  /**
   * Runs a command of the project's command line. All else as of the other.
   *
   * @param exitCode that it is to end with
   */
  public static Done run(int exitCode, List<String> arguments) throws IOException {
    return run("io.chainbridge.shadow.cli.Main", exitCode, arguments);
  }

  private static Done run(String main, int exitCode, List<String> arguments) throws IOException {
    List<String> command = command(main, arguments);
    long start = System.nanoTime();
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), UTF_8);
    int ended = process.onExit().join().exitValue();
    double seconds = (System.nanoTime() - start) / 1e9;
    if (ended != exitCode) {
      throw new IOException("%s ended with %d: %s".formatted(command, ended, said));
    }
    return new Done(seconds, said);
  }

  private static List<String> command(String main, List<String> arguments) {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                main));
    command.addAll(arguments);
    return command;
  }
}

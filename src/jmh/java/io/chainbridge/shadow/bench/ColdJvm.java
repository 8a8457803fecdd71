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
  private ColdJvm() {}

  /**
   * Runs it with a heap of 512 MB.
   *
   * @param word that it must write when it has done what it is to do
   * @return how many seconds it took
   */
  public static double seconds(Class<?> main, String word, List<String> arguments)
      throws IOException {
    return seconds(main.getName(), word, arguments);
  }

  /** Runs a command of the project's command line. All else as of the other. */
  public static double seconds(String word, List<String> arguments) throws IOException {
    return seconds("io.chainbridge.shadow.cli.Main", word, arguments);
  }

  private static double seconds(String main, String word, List<String> arguments)
      throws IOException {
    long start = System.nanoTime();
    String unused = output(command(main, arguments), word);
    return (System.nanoTime() - start) / 1e9;
  }

  /** Runs it as well, but tells what it wrote. */
  public static String output(Class<?> main, String word, List<String> arguments)
      throws IOException {
    return output(command(main.getName(), arguments), word);
  }

  private static String output(List<String> command, String word) throws IOException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), UTF_8);
    if (!said.contains(word)) {
      throw new IllegalStateException("%s did not end well: %s".formatted(command, said));
    }
    return said;
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

package io.chainbridge.shadow.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * A JVM that does one thing, from its start to its end, with a heap of 512 MB and what {@code
 * .mvn/jvm.config} asks of Maven, in whose JVM the commands run: the client compiler alone, and the
 * heap in large pages.
 */
public final class ColdJvm {
  /** Before the seconds that something took within such a JVM. */
  private static final String TOOK = "took ";

  private ColdJvm() {}

  /**
   * Called within: writes what it took since a time of {@link System#nanoTime}, as its last word.
   */
  public static void took(long since) {
    System.out.println(TOOK + (System.nanoTime() - since) / 1e9);
  }

  /** The seconds that something {@link #took} by its own account. */
  public static double secondsWithin(Program.Done done) {
    String said = done.out();
    return Double.parseDouble(said.substring(said.lastIndexOf(TOOK) + TOOK.length()).strip());
  }

  /**
   * Has something done in one.
   *
   * @param folder that it works in
   * @throws IOException if it fails
   */
  public static Program.Done run(Path folder, Class<?> main, Path... arguments) throws IOException {
    return program(main.getName())
        .run(folder, Arrays.stream(arguments).map(Path::toString).toArray(String[]::new));
  }

  /**
   * The project's command line in one.
   *
   * @throws IOException if Maven's options cannot be read
   */
  public static Program commandLine() throws IOException {
    return program("io.chainbridge.shadow.cli.Main");
  }

  private static Program program(String main) throws IOException {
    List<String> arguments = new ArrayList<>(List.of("-Xmx512m"));
    Collections.addAll(
        arguments, Files.readString(Path.of(".mvn", "jvm.config")).strip().split("\\s+"));
    Collections.addAll(arguments, "-cp", System.getProperty("java.class.path"), main);
    return Program.java(arguments);
  }
}

package io.chainbridge.shadow.gatling;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A JVM in which a service of the benchmarks listens; it ends with its standard input.
 *
 * @param uri where it listens
 */
record ServiceJvm(Process process, URI uri) implements AutoCloseable {

  /**
   * Starts it, and waits until it has written its port.
   *
   * @param options of the JVM
   */
  static ServiceJvm start(Class<?> main, String... options) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx256m"));
    command.addAll(List.of(options));
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    String port =
        new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8)).readLine();
    if (port == null) {
      throw new IOException(
          "%s ended with %d before it listened"
              .formatted(main.getSimpleName(), process.onExit().join().exitValue()));
    }
    return new ServiceJvm(process, URI.create("http://127.0.0.1:" + port));
  }

  @Override
  public void close() {
    process.destroyForcibly().onExit().join();
  }
}

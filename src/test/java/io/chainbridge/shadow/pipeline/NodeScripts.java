package io.chainbridge.shadow.pipeline;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.chainbridge.shadow.process.SearchPath;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Scripts that know formats of others by the libraries of those others. The test is skipped where
 * there is no Node.js.
 */
public final class NodeScripts {
  private final Path folder;

  private NodeScripts(Path folder) {
    this.folder = folder;
  }

  /** Of GitHub's workflows. */
  static NodeScripts ofWorkflows(Path folder) {
    return in(folder, Path.of("src/test/workflows"));
  }

  /** Of Grafana's dashboards. */
  public static NodeScripts ofGrafana(Path folder) {
    return in(folder, Path.of("src/test/grafana"));
  }

  /** A server that speaks S3. */
  public static NodeScripts ofS3(Path folder) {
    return in(folder, Path.of("src/test/s3"));
  }

  /** Ready to run, with their libraries, in a folder of their own. */
  private static NodeScripts in(Path folder, Path source) {
    for (String program : List.of("node", "npm", "git", "bash")) {
      assumeTrue(SearchPath.find(program).isPresent(), "no " + program + " on the PATH");
    }
    try (Stream<Path> files = Files.list(source)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Files.copy(file, folder.resolve(file.getFileName()));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Command.run(folder, "npm", "ci", "--no-audit", "--no-fund", "--silent");
    return new NodeScripts(folder);
  }

  /** What a script prints. */
  public String run(String script, List<String> arguments) {
    List<String> words = new ArrayList<>(List.of("node", folder.resolve(script).toString()));
    words.addAll(arguments);
    return Command.run(Path.of("").toAbsolutePath(), words);
  }

  /** A script that goes on, with what it prints in the process's output; the caller ends it. */
  public Process start(String script, List<String> arguments) throws IOException {
    List<String> words = new ArrayList<>(List.of("node", folder.resolve(script).toString()));
    words.addAll(arguments);
    return new ProcessBuilder(words).redirectError(ProcessBuilder.Redirect.INHERIT).start();
  }
}

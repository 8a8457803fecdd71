package io.chainbridge.shadow.ops;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.chainbridge.shadow.pipeline.NodeScripts;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** A server on loopback that speaks S3, with one bucket. */
final class S3Storage implements AutoCloseable {
  private static final String KEY = "S3RVER";
  private static final String SUFFIX = "._S3rver_object";

  private final Process process;
  private final URI uri;
  private final Path folder;

  private S3Storage(Process process, URI uri, Path folder) {
    this.process = process;
    this.uri = uri;
    this.folder = folder;
  }

  /**
   * Starts it; the test is skipped without Node.js.
   *
   * @param node for the server itself
   * @param folder for what it keeps
   */
  static S3Storage start(Path node, Path folder) throws IOException {
    Files.createDirectories(folder);
    Process process =
        NodeScripts.ofS3(node).start("serve.mjs", List.of(folder.toString(), "shadow-load"));
    BufferedReader out = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8));
    String port = Objects.requireNonNull(out.readLine(), "the server did not start");
    return new S3Storage(process, URI.create("http://127.0.0.1:" + port), folder);
  }

  URI uri() {
    return uri;
  }

  /** As a secret of Kubernetes has them. */
  Map<String, String> credentials() {
    return Map.of("RCLONE_CONFIG_S3_ACCESS_KEY_ID", KEY, "RCLONE_CONFIG_S3_SECRET_ACCESS_KEY", KEY);
  }

  /** The names of what is in a bucket. */
  List<String> objects(String bucket) throws IOException {
    Path root = folder.resolve(bucket);
    try (Stream<Path> files = Files.walk(root)) {
      return files
          .map(file -> root.relativize(file).toString())
          .filter(name -> name.endsWith(SUFFIX))
          .map(name -> name.substring(0, name.length() - SUFFIX.length()))
          .toList();
    }
  }

  @Override
  public void close() {
    process.destroyForcibly().onExit().join();
  }
}

package io.chainbridge.shadow.governance;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.treesitter.TSInputEncoding;
import org.treesitter.TSLanguage;
import org.treesitter.TSParser;
import org.treesitter.TSReader;
import org.treesitter.TSTree;
import org.treesitter.TreeSitterPython;

/**
 * The native parser. Its libraries are unpacked into a temporary folder that is gone as soon as
 * they are loaded; left to itself tree-sitter would leave them behind whenever the JVM is killed.
 */
final class TreeSitter {
  /** Each parse has a parser of its own; the language is shared and never changes. */
  static final TSLanguage PYTHON = load(platform());

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final String FOLDER_PROPERTY = "tree-sitter-lib";
  private static final int CHUNK = 1 << 15;

  private TreeSitter() {}

  /**
   * A tree to be closed; empty where none was found within 30 seconds. Its offsets are those of
   * UTF-16, in bytes: two for each char of the text.
   */
  static Optional<TSTree> parse(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_16LE);
    TSReader reader =
        (chunk, offset, point) -> {
          int count = Math.max(0, Math.min(chunk.length, bytes.length - offset));
          System.arraycopy(bytes, Math.min(offset, bytes.length), chunk, 0, count);
          return count;
        };
    long start = System.nanoTime();
    try (TSParser parser = new TSParser()) {
      parser.setLanguage(PYTHON);
      return Optional.ofNullable(
          parser.parseWithOptions(
              new byte[CHUNK],
              null,
              reader,
              TSInputEncoding.TSInputEncodingUTF16LE,
              state -> System.nanoTime() - start > PATIENCE.toNanos()));
    }
  }

  private static String platform() {
    return platform(System.getProperty("os.name"), System.getProperty("os.arch"));
  }

  /** As in the names of the libraries. */
  static String platform(String system, String processor) {
    String os = system.toLowerCase(Locale.ROOT);
    String name =
        os.contains("windows")
            ? "windows"
            : os.contains("mac") ? "macos" : os.contains("linux") ? "linux-gnu" : os;
    return processor.toLowerCase(Locale.ROOT).replace("amd64", "x86_64") + "-" + name;
  }

  private static String extension(String platform) {
    return platform.endsWith("windows") ? "dll" : platform.endsWith("macos") ? "dylib" : "so";
  }

  private static TSLanguage load(String platform) {
    List<String> libraries =
        List.of(
            "lib/" + platform + "-tree-sitter." + extension(platform),
            "lib/" + platform + "-tree-sitter-python." + extension(platform));
    try {
      Path folder = Files.createTempDirectory("shadow-load-");
      try {
        for (String library : libraries) {
          unpack(library, folder, platform);
        }
        return loadFrom(folder, platform);
      } finally {
        for (String library : libraries) {
          discard(folder.resolve(library));
        }
        discard(folder.resolve("lib"));
        discard(folder);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the Python parser cannot be unpacked: " + e.getMessage(), e);
    }
  }

  static void unpack(String library, Path folder, String platform) throws IOException {
    try (InputStream content = TSParser.class.getClassLoader().getResourceAsStream(library)) {
      if (content == null) {
        throw new UnsupportedOperationException(
            "the Python parser has no library for "
                + platform
                + "; it has some for Linux (glibc), macOS and Windows on x86_64,"
                + " and for Linux (glibc) and macOS on aarch64");
      }
      Path file = folder.resolve(library);
      Files.createDirectories(file.getParent());
      Files.copy(content, file);
    }
  }

  private static TSLanguage loadFrom(Path folder, String platform) {
    String before = System.setProperty(FOLDER_PROPERTY, folder.toString());
    try (TSParser parser = new TSParser()) {
      TSLanguage python = new TreeSitterPython();
      parser.setLanguage(python);
      return python;
    } catch (UnsatisfiedLinkError e) {
      throw new UnsupportedOperationException(
          "the Python parser's library cannot be loaded on "
              + platform
              + ": "
              + e.getMessage()
              + "; it needs glibc, and a temporary folder to load from (-Djava.io.tmpdir)",
          e);
    } finally {
      if (before == null) {
        System.clearProperty(FOLDER_PROPERTY);
      } else {
        System.setProperty(FOLDER_PROPERTY, before);
      }
    }
  }

  /** A library in use can be deleted on Linux and macOS; Windows deletes it when the JVM ends. */
  private static void discard(Path path) {
    try {
      Files.deleteIfExists(path);
    } catch (IOException e) {
      path.toFile().deleteOnExit();
    }
  }
}

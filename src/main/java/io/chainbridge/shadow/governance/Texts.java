package io.chainbridge.shadow.governance;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** Reads files as text, each once, and remembers which are none. Not thread-safe. */
final class Texts {
  /** What is larger was not written by a person. */
  static final int MOST_BYTES = 1 << 20;

  /** Where git looks for a zero, which no text has. */
  private static final int BEGINNING = 8_000;

  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private final Path root;
  private final Map<String, Optional<String>> texts = new HashMap<>();
  private final Map<String, String> reasons = new HashMap<>();
  private final TreeMap<String, String> problems = new TreeMap<>();

  Texts(Path root) {
    this.root = root;
  }

  /** The text of a file; empty, without a word, for what is binary or too large. */
  Optional<String> read(String path) {
    return texts.computeIfAbsent(path, this::load);
  }

  /** The same for a file that must be text: what is left out is a problem. */
  Optional<String> readOrTell(String path) {
    Optional<String> text = read(path);
    if (text.isEmpty()) {
      problems.putIfAbsent(path, reasons.get(path) + "; not examined");
    }
    return text;
  }

  /** Why a file is no text; empty if it is one. */
  Optional<String> reason(String path) {
    return read(path).isPresent() ? Optional.empty() : Optional.ofNullable(reasons.get(path));
  }

  private Optional<String> load(String path) {
    try {
      Path file = root.resolve(path);
      if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
        return none(path, "is no regular file, or not there by this name");
      }
      if (Files.size(file) > MOST_BYTES) {
        return none(path, "is larger than 1 MB");
      }
      byte[] bytes = Files.readAllBytes(file);
      return isBinary(bytes) ? none(path, "is binary") : Optional.of(decode(path, bytes));
    } catch (CharacterCodingException e) {
      problems.put(path, "is not UTF-8; not examined. Save it as UTF-8");
      return none(path, "is not UTF-8");
    } catch (IOException | InvalidPathException e) {
      problems.put(path, "cannot be read; not examined");
      return none(path, "cannot be read");
    }
  }

  private Optional<String> none(String path, String reason) {
    reasons.put(path, reason);
    return Optional.empty();
  }

  /** Text of an earlier version of a file; empty for what is none. */
  static Optional<String> of(String path, byte[] bytes) {
    try {
      return isBinary(bytes) ? Optional.empty() : Optional.of(decode(path, bytes));
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }

  private static boolean isBinary(byte[] bytes) {
    return IntStream.range(0, Math.min(bytes.length, BEGINNING)).anyMatch(at -> bytes[at] == 0);
  }

  private static String decode(String path, byte[] bytes) throws CharacterCodingException {
    Charset charset = path.endsWith(".py") ? PythonCoding.of(bytes) : StandardCharsets.UTF_8;
    String text = charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
  }

  /** What was asked for and could not be read, a line each. */
  List<String> problems() {
    return problems.entrySet().stream()
        .map(entry -> "%s: %s".formatted(entry.getKey(), entry.getValue()))
        .toList();
  }
}

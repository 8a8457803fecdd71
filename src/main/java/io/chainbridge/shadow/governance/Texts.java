package io.chainbridge.shadow.governance;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
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
      problems.putIfAbsent(path, "is binary or larger than 1 MB; not examined");
    }
    return text;
  }

  private Optional<String> load(String path) {
    try {
      Path file = root.resolve(path);
      if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
        return Optional.empty();
      }
      if (Files.size(file) > MOST_BYTES) {
        return Optional.empty();
      }
      byte[] bytes = Files.readAllBytes(file);
      return isBinary(bytes) ? Optional.empty() : Optional.of(decode(bytes));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (CharacterCodingException e) {
      problems.put(path, "is not UTF-8; not examined. Save it as UTF-8");
      return Optional.empty();
    } catch (IOException e) {
      problems.put(path, "cannot be read; not examined");
      return Optional.empty();
    }
  }

  /** Text of an earlier version of a file; empty for what is none. */
  static Optional<String> of(byte[] bytes) {
    try {
      return isBinary(bytes) ? Optional.empty() : Optional.of(decode(bytes));
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }

  private static boolean isBinary(byte[] bytes) {
    return IntStream.range(0, Math.min(bytes.length, BEGINNING)).anyMatch(at -> bytes[at] == 0);
  }

  private static String decode(byte[] bytes) throws CharacterCodingException {
    String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
  }

  /** What was asked for and could not be read, a line each. */
  List<String> problems() {
    return problems.entrySet().stream()
        .map(entry -> "%s: %s".formatted(entry.getKey(), entry.getValue()))
        .toList();
  }
}

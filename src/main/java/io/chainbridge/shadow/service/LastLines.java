package io.chainbridge.shadow.service;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** The end of a log, fit for a message whatever is in it. */
final class LastLines {
  private static final int LINES = 5;
  private static final int LONGEST_LINE = 200;
  private static final int BYTES = 4 * LINES * LONGEST_LINE;

  private LastLines() {}

  /**
   * The last lines that are not blank, oldest first, each in quotation marks, cut where it is long,
   * and without characters that are not seen but act; "none" if there are none.
   *
   * @throws IOException if the file cannot be read
   */
  static String of(Path log) throws IOException {
    List<String> lines =
        end(log).lines().map(LastLines::seen).filter(line -> !line.isBlank()).toList();
    return lines.isEmpty()
        ? "none"
        : lines.stream()
            .skip(Math.max(0, lines.size() - LINES))
            .map(line -> '"' + line.substring(0, Math.min(line.length(), LONGEST_LINE)) + '"')
            .collect(Collectors.joining(", "));
  }

  private static String end(Path log) throws IOException {
    try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
      byte[] end = new byte[Math.toIntExact(Math.min(file.length(), BYTES))];
      file.seek(file.length() - end.length);
      file.readFully(end);
      return new String(end, StandardCharsets.UTF_8);
    }
  }

  private static String seen(String line) {
    return line.replaceAll("\\s+", " ").replaceAll("[\\p{C}\\p{Zl}\\p{Zp}]", "?").strip();
  }
}

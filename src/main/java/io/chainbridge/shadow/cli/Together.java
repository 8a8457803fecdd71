package io.chainbridge.shadow.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Files that are written all or not at all: drafts of all lie beside them before the first is put
 * in place, and what is in place is taken back if a later one cannot be.
 */
final class Together {
  private Together() {}

  /**
   * Writes them, each whole or not, with the permissions that it has; a link stays one.
   *
   * @param texts what existing files are to have
   * @throws IOException if one cannot be written; all are then as they were
   */
  static void write(Map<Path, String> texts) throws IOException {
    Map<Path, Path> drafts = new LinkedHashMap<>();
    Map<Path, String> before = new LinkedHashMap<>();
    try {
      for (Map.Entry<Path, String> entry : texts.entrySet()) {
        Path file = entry.getKey().toRealPath();
        Path draft = draft(file);
        drafts.put(file, draft);
        before.put(file, Files.readString(file));
        copy(file, draft, entry.getValue());
      }
      putInPlace(drafts, before);
    } finally {
      for (Path draft : drafts.values()) {
        Files.deleteIfExists(draft);
      }
    }
  }

  private static void putInPlace(Map<Path, Path> drafts, Map<Path, String> before)
      throws IOException {
    List<Path> done = new ArrayList<>();
    try {
      for (Map.Entry<Path, Path> entry : drafts.entrySet()) {
        move(entry.getValue(), entry.getKey());
        done.add(entry.getKey());
      }
    } catch (IOException e) {
      for (Path file : done) {
        copy(file, draft(file), before.getOrDefault(file, ""));
        move(draft(file), file);
      }
      throw e;
    }
  }

  private static Path draft(Path file) {
    return file.resolveSibling(".%s.draft".formatted(file.getFileName()));
  }

  private static void copy(Path file, Path draft, String text) throws IOException {
    Files.copy(
        file, draft, StandardCopyOption.COPY_ATTRIBUTES, StandardCopyOption.REPLACE_EXISTING);
    Files.writeString(draft, text);
  }

  private static void move(Path draft, Path file) throws IOException {
    Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
  }
}

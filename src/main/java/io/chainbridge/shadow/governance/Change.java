package io.chainbridge.shadow.governance;

import java.util.List;
import java.util.Optional;

/**
 * How one file changed.
 *
 * @param path where it is; for a deleted file where it was
 * @param oldPath where it was; empty for an added file
 * @param oldText what it was; empty for an added file and for what was no text
 * @param added lines that were not there before; none for what is no text
 * @param deleted how many lines are there no longer
 * @param uncommitted whether HEAD has it otherwise
 */
record Change(
    Kind kind,
    String path,
    Optional<String> oldPath,
    Optional<String> oldText,
    List<Line> added,
    int deleted,
    boolean uncommitted) {
  Change {
    added = List.copyOf(added);
  }

  enum Kind {
    ADDED,
    MODIFIED,
    DELETED,
    RENAMED
  }

  /**
   * A line of a file.
   *
   * @param number from 1
   * @param text without its end
   */
  record Line(int number, String text) {}

  boolean is(Kind other) {
    return kind == other;
  }

  /** How many lines were added and deleted. */
  int lines() {
    return added.size() + deleted;
  }
}

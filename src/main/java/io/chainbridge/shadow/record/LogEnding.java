package io.chainbridge.shadow.record;

/**
 * How a log ended: only a {@link Complete} one holds all of its run.
 *
 * <p>Offsets are in bytes from the start of the file.
 */
public sealed interface LogEnding {

  /** Whether every byte of the log was read. */
  default boolean complete() {
    return this instanceof Complete;
  }

  /** The ending in words that can follow the log's name and a colon. */
  String text();

  /** The log ends where a record ends. */
  record Complete() implements LogEnding {
    @Override
    public String text() {
      return "complete";
    }
  }

  /**
   * The log ends inside a record: Gatling was killed, the disk was full, or the run still lasts.
   *
   * @param offset where that record begins
   * @param left how many bytes of it there are; at least 1
   */
  record Truncated(long offset, long left) implements LogEnding {
    @Override
    public String text() {
      return "truncated: ends %d bytes into the record at byte %d".formatted(left, offset);
    }
  }

  /**
   * A record makes no sense, and nothing tells where the next one begins.
   *
   * @param offset where the nonsense is
   * @param reason what was found and what is possible
   */
  record Damaged(long offset, String reason) implements LogEnding {
    @Override
    public String text() {
      return "damaged at byte %d: %s".formatted(offset, reason);
    }
  }
}

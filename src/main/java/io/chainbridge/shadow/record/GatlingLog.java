package io.chainbridge.shadow.record;

import java.io.EOFException;
import java.io.IOException;
import java.nio.channels.ReadableByteChannel;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/**
 * Gatling's binary {@code simulation.log}, read once from front to back.
 *
 * <p>It hands each record to a {@link Listener} as it passes and keeps none, so memory does not
 * grow with the run: only each distinct name and message is held, once, as the format refers back
 * to it. What a killed or corrupted run left is worth reading, so a bad record ends the reading
 * instead of failing it, and the {@link Summary} says where and why.
 *
 * <p>Stateless; several logs may be read at the same time from several threads.
 */
public final class GatlingLog {

  /** The one version of Gatling whose log this reads; the format changes without notice. */
  public static final String GATLING_VERSION = "3.15.1";

  private GatlingLog() {}

  /**
   * Reads the log, calling the listener on this thread in the order in which Gatling wrote.
   *
   * <p>A log that was cut exactly between two records cannot be told from a complete one.
   *
   * @throws GatlingLogException if the file is absent, empty, no Gatling log, another version's, or
   *     unreadable before its first record; the listener has then not been called
   * @throws IOException if the disk fails
   */
  public static Summary read(Path log, Listener listener) throws IOException {
    try (ReadableByteChannel channel = LogBytes.open(log)) {
      return read(log, channel, listener);
    }
  }

  static Summary read(Path log, ReadableByteChannel channel, Listener listener) throws IOException {
    LogBytes bytes = new LogBytes(channel);
    LogStrings strings = new LogStrings(bytes);
    Header header = new LogHeader(log, bytes, strings).read();
    listener.header(header);
    LogRecords records = new LogRecords(header, bytes, strings, listener);
    return new Summary(header, readAll(records, bytes), records.read());
  }

  private static LogEnding readAll(LogRecords records, LogBytes bytes) throws IOException {
    try {
      records.readAll();
      return new LogEnding.Complete();
    } catch (EOFException e) {
      return new LogEnding.Truncated(records.offset(), bytes.offset() - records.offset());
    } catch (LogDamage e) {
      return new LogEnding.Damaged(e.offset(), e.reason());
    }
  }

  /**
   * What a log says about its run before the first record.
   *
   * @param gatlingVersion always {@link #GATLING_VERSION}
   * @param simulation the fully qualified class name
   * @param start when Gatling started the run, to the millisecond; users start later
   * @param description the user's own text; empty for none
   * @param scenarios in the order of the simulation
   */
  public record Header(
      String gatlingVersion,
      String simulation,
      Instant start,
      String description,
      List<String> scenarios) {

    /** Takes a copy of the scenarios. */
    public Header {
      scenarios = List.copyOf(scenarios);
    }
  }

  /**
   * What a reading came to.
   *
   * @param ending whether that is all of the log
   * @param records how many whole records follow the header, of every kind, groups included
   */
  public record Summary(Header header, LogEnding ending, long records) {}

  /**
   * Receives the records of a log.
   *
   * <p>Times are bare milliseconds since the epoch, not {@link Instant}s, and an equal name or
   * message is always the same {@code String}: a record costs no allocation. In names and messages
   * line breaks and tabs have become spaces, as in Gatling's own report. An exception thrown here
   * ends the reading and reaches its caller.
   */
  public interface Listener {

    /** Called once, before any record. */
    default void header(Header header) {}

    /**
     * A request was answered or given up.
     *
     * @param name without the groups around it
     * @param startMs when its sending began
     * @param endMs when its response ended; at or after {@code startMs}
     * @param ok whether Gatling counts it as OK
     * @param message why it failed, at most 200 characters; empty if there is nothing to say
     */
    default void request(String name, long startMs, long endMs, boolean ok, String message) {}

    /** A virtual user began the scenario. */
    default void userStarted(String scenario, long atMs) {}

    /** A virtual user left the scenario. */
    default void userEnded(String scenario, long atMs) {}

    /**
     * A request was never sent, for example because its URL could not be built.
     *
     * @param message the request's name, a colon and the reason
     */
    default void error(String message, long atMs) {}
  }
}

package io.chainbridge.shadow.gatling;

import io.chainbridge.shadow.gatling.ProgressLine.Moment;
import io.chainbridge.shadow.record.Standing;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Says on the console how a run goes: a line every five seconds, or on a terminal one that is
 * redrawn in its place twice a second. Nothing before the first five seconds are over. Thread-safe.
 */
final class Progress implements AutoCloseable {
  private static final Duration FIRST = Duration.ofSeconds(5);
  private static final Duration EACH_LINE = Duration.ofSeconds(5);
  private static final Duration EACH_BAR = Duration.ofMillis(500);

  /** To the start of the line, and erase it to its end. */
  private static final String ERASE = "\r\u001b[K";

  private static final String DO_NOT_WRAP = "\u001b[?7l";
  private static final String WRAP = "\u001b[?7h";

  private final ProgressLine line;
  private final PrintStream out;
  private final boolean terminal;
  private Moment last = new Moment(Duration.ZERO, new Standing(0, 0, "", 0, Map.of()));
  private Duration next = FIRST;
  private boolean drawn;
  private boolean closed;

  Progress(ProgressLine line, PrintStream out, boolean terminal) {
    this.line = line;
    this.out = out;
    this.terminal = terminal;
  }

  /** On standard output, which may be a terminal's. */
  static Progress toConsole(ProgressLine line) {
    return new Progress(line, System.out, Terminal.shows(System.getenv()));
  }

  /**
   * Called from time to time, more often than anything is to be said.
   *
   * @param elapsed since measuring began
   * @param standing asked only if something is to be said
   */
  synchronized void look(Duration elapsed, Supplier<Standing> standing) {
    if (closed || elapsed.compareTo(next) < 0) {
      return;
    }
    Moment now = new Moment(elapsed, standing.get());
    if (terminal) {
      // The cursor goes back, so that whatever else is printed takes the place of the bar.
      out.print(ERASE + DO_NOT_WRAP + line.bar(last, now) + WRAP + "\r");
      drawn = true;
    } else {
      out.println(line.text(last, now));
    }
    out.flush();
    last = now;
    next = elapsed.plus(terminal ? EACH_BAR : EACH_LINE);
  }

  /** Says no more, and leaves no bar behind. */
  @Override
  public synchronized void close() {
    closed = true;
    if (drawn) {
      out.print(ERASE);
      out.flush();
      drawn = false;
    }
  }
}

package io.chainbridge.shadow.load;

import io.chainbridge.shadow.settings.Shard;
import java.time.Duration;

/**
 * A part of an open model in which users arrive at one rate.
 *
 * @param name unique in its run; empty where a run has no phases
 * @param judged whether its budgets are judged; not where the service only settles
 * @param rate arrivals a second, all shards together, above 0
 * @param length until the next stage, more than zero
 * @param shard whose arrivals are meant
 */
public record Stage(String name, boolean judged, double rate, Duration length, Shard shard) {

  /** With all its arrivals. */
  public Stage(String name, boolean judged, double rate, Duration length) {
    this(name, judged, rate, length, Shard.WHOLE);
  }

  /** The one stage of a run whose rate never changes. */
  public static Stage only(double rate, Duration length) {
    return new Stage("", true, rate, length);
  }

  /** The same with a shard's arrivals alone. */
  public Stage of(Shard other) {
    return new Stage(name, judged, rate, length, other);
  }

  /**
   * How many users arrive in it: rate times length, rounded, but at least one, of which a shard has
   * its share.
   */
  public long arrivals() {
    return shard.share(total());
  }

  /** How many arrivals are those of the shards before, by which all are numbered. */
  public long firstNumber() {
    return shard.before(total());
  }

  private long total() {
    return Math.max(1, Math.round(rate * (length.toNanos() / 1e9)));
  }
}

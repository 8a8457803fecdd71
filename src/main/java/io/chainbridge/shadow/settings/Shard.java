package io.chainbridge.shadow.settings;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One of equal parts of a load. The parts of a number are disjoint, make up all of it, and differ
 * by one at most where it does not divide: of 10 the four shards have 2, 3, 2 and 3. Immutable.
 *
 * @param number which one, from 1
 * @param of how many there are, up to {@value #MOST}
 */
public record Shard(int number, int of) implements Comparable<Shard> {
  /** The most parts of a load. */
  public static final int MOST = 10_000;

  /** The only one. */
  public static final Shard WHOLE = new Shard(1, 1);

  private static final Pattern WRITTEN = Pattern.compile("([0-9]{1,5})/([0-9]{1,5})");

  /**
   * Checks both.
   *
   * @throws IllegalArgumentException if there is no such part
   */
  public Shard {
    if (number < 1 || number > of || of > MOST) {
      throw new IllegalArgumentException("no shard: %d/%d".formatted(number, of));
    }
  }

  /**
   * The shard of {@code 2/4}, the second of four.
   *
   * @throws IllegalArgumentException if the text is anything else
   */
  public static Shard parse(String text) {
    Matcher written = WRITTEN.matcher(text);
    if (!written.matches()) {
      throw new IllegalArgumentException("no shard: " + text);
    }
    return new Shard(Integer.parseInt(written.group(1)), Integer.parseInt(written.group(2)));
  }

  /** How many of so many are those of the shards before. */
  public long before(long total) {
    return Math.multiplyExact(total, number - 1) / of;
  }

  /** How many of so many are its own, which follow those. */
  public long share(long total) {
    return Math.multiplyExact(total, number) / of - before(total);
  }

  /** The same of a number that is no larger than an int. */
  public int share(int total) {
    return Math.toIntExact(share((long) total));
  }

  @Override
  public int compareTo(Shard other) {
    return of != other.of ? Integer.compare(of, other.of) : Integer.compare(number, other.number);
  }

  /** As a user would write it. */
  @Override
  public String toString() {
    return number + "/" + of;
  }
}

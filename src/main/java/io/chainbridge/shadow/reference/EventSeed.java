package io.chainbridge.shadow.reference;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The events a service starts with: a pure function of seed and number, relative to a time.
 *
 * <p>Times are uniform over {@link #SPAN}; deltas are the absolute values of normal noise, a little
 * wider on some corridors than on others and the same at all times, so that there is no drift; one
 * event in twenty has no corridor.
 */
final class EventSeed {

  /** How far back the oldest event may lie. */
  static final Duration SPAN = Duration.ofDays(3);

  private static final List<String> CORRIDORS =
      List.of("BR-NL", "CN-US", "DE-CN", "IN-GB", "JP-US", "KR-DE", "MX-US", "VN-US");
  private static final DateTimeFormatter TO_MILLISECONDS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS");
  private static final double NOISE = 0.07;
  private static final double SCALE = 1e6;

  private EventSeed() {}

  /**
   * The events in order of their time, with ids from 1; none lies after the end of a window up to
   * {@code end}.
   */
  static Stream<Event> events(int number, long seed, LocalDateTime end) {
    Random random = new Random(seed);
    LocalDateTime last = Window.end(end);
    long[] ages = random.longs(number, 0, SPAN.toMillis()).sorted().toArray();
    return IntStream.range(0, number)
        .mapToObj(i -> event(i + 1, random, last.minus(ages[number - 1 - i], ChronoUnit.MILLIS)));
  }

  private static Event event(long id, Random random, LocalDateTime at) {
    int lane = random.nextInt(CORRIDORS.size());
    boolean known = random.nextInt(20) > 0;
    double dummy = rounded(random.nextDouble());
    double noise = random.nextGaussian() * NOISE * (1 + lane / 8.0);
    double real = rounded(Math.min(1, Math.max(0, dummy + noise)));
    return new Event(
        id,
        "SHP-%08X-%06d".formatted(random.nextInt(), id),
        dummy,
        real,
        rounded(Math.abs(real - dummy)),
        Event.MODEL_VERSION,
        known ? CORRIDORS.get(lane) : null,
        at.format(TO_MILLISECONDS));
  }

  private static double rounded(double value) {
    return Math.rint(value * SCALE) / SCALE;
  }
}

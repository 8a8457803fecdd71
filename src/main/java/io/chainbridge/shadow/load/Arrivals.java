package io.chainbridge.shadow.load;

import java.time.Duration;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Supplier;

/**
 * When users arrive in an open model: a Poisson process, as independent users make one, whose rate
 * is that of the stage. Each stage has exactly its number of arrivals. Given their number, the
 * times of a Poisson process are uniform in the interval; they are drawn in ascending order,
 * without keeping them, by J. L. Bentley and J. B. Saxe, "Generating sorted lists of random
 * numbers", ACM Transactions on Mathematical Software 6 (1980).
 *
 * <p>The next stage is asked for when the one before has been used up, so that it can depend on
 * what was measured by then. To be iterated by one thread; {@link #stop} and {@link #cut} may come
 * from any.
 */
public final class Arrivals implements Iterator<Arrivals.Arrival> {

  /**
   * One user who is due.
   *
   * @param stage in which
   * @param number of the arrival in its stage, from 0, among those of all shards
   * @param offset from the start of injection
   */
  public record Arrival(Stage stage, long number, Duration offset) {}

  /** Takes notice of the stages. */
  public interface Listener {
    /** A stage begins at that offset. */
    void begins(Stage stage, Duration offset);

    /** A stage has no more arrivals; it ended at that offset. */
    void ended(Stage stage, Duration offset);
  }

  private final Supplier<Optional<Stage>> stages;
  private final Listener listener;
  private final SplittableRandom random;
  private volatile boolean stopped;
  private volatile Optional<Stage> cut = Optional.empty();
  private Optional<Stage> stage = Optional.empty();
  private long startNanos;
  private long lastNanos;
  private long number;
  private double position;

  /**
   * Asks for the first stage when it is first iterated.
   *
   * @param stages one after the other; empty after the last
   * @param seed the same seed gives the same arrivals
   */
  public Arrivals(Supplier<Optional<Stage>> stages, Listener listener, long seed) {
    this.stages = stages;
    this.listener = listener;
    this.random = new SplittableRandom(seed);
  }

  /** Nobody else arrives. */
  public void stop() {
    stopped = true;
  }

  /** Nobody else arrives in that stage, and the next one begins early. */
  public void cut(Stage cutStage) {
    cut = Optional.of(cutStage);
  }

  @Override
  public boolean hasNext() {
    if (stopped) {
      stage.ifPresent(this::end);
      return false;
    }
    while (stage.isEmpty() || usedUp(stage.get())) {
      stage.ifPresent(this::end);
      stage = stages.get();
      if (stage.isEmpty()) {
        return false;
      }
      number = 0;
      position = 0;
      listener.begins(stage.get(), Duration.ofNanos(startNanos));
    }
    return true;
  }

  private boolean usedUp(Stage current) {
    return number == current.arrivals() || isCut(current);
  }

  /** That very stage, and not another that is alike. */
  @SuppressWarnings("ReferenceEquality")
  private boolean isCut(Stage current) {
    return cut.isPresent() && cut.get() == current;
  }

  /** The next stage begins where this one was to end, or where it was cut. */
  private void end(Stage current) {
    boolean whole = number == current.arrivals() && !isCut(current);
    startNanos = whole ? startNanos + current.length().toNanos() : Math.max(startNanos, lastNanos);
    listener.ended(current, Duration.ofNanos(startNanos));
    stage = Optional.empty();
  }

  @Override
  public Arrival next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    Stage current = stage.orElseThrow();
    long left = current.arrivals() - number;
    position = 1 - (1 - position) * Math.pow(random.nextDouble(), 1.0 / left);
    lastNanos = startNanos + (long) (position * current.length().toNanos());
    return new Arrival(current, current.firstNumber() + number++, Duration.ofNanos(lastNanos));
  }
}

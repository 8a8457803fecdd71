package io.chainbridge.shadow.gatling;

import java.time.Duration;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Keeps the checking of bodies from slowing down what is measured: above {@value #BUSY} answers a
 * second they are checked by a thread of their own, and no more of them than a tenth of its time
 * allows. A hundred times a second it takes up to {@value #MOST_HELD} that were drawn by lot from
 * those that came since: few at a time, since requests that are under way meanwhile have a core
 * less. Nothing about a body decides whether it is checked. Thread-safe.
 */
final class ContractSampling implements AutoCloseable {
  /** Answers a second, of the whole run, above which they are no longer all checked. */
  static final int BUSY = 200;

  /** Answers that wait to be checked. */
  static final int MOST_HELD = 8;

  private static final long PERIOD = Duration.ofMillis(10).toNanos();

  /** Of each period. */
  private static final long LONGEST_CHECKING = PERIOD / 10;

  private static final Duration LONGEST_CLOSING = Duration.ofSeconds(2);

  private record Place(String endpoint, String phase) {}

  private final Consumer<Throwable> failed;
  private final RecentRate rate = new RecentRate(BUSY);
  private final Set<Place> seen = ConcurrentHashMap.newKeySet();
  private final Lottery<Runnable> lottery = new Lottery<>(MOST_HELD, new Random());
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "contract-sampling");
            thread.setDaemon(true);
            return thread;
          });

  private ContractSampling(Consumer<Throwable> failed) {
    this.failed = failed;
  }

  /**
   * Begins to check what it will take.
   *
   * @param failed is told what a check threw, each time; what was drawn with it is not checked
   */
  static ContractSampling start(Consumer<Throwable> failed) {
    ContractSampling sampling = new ContractSampling(failed);
    sampling.checkAfter(PERIOD);
    return sampling;
  }

  /**
   * Takes an answer over, unless there is time to check it at once. The first of each endpoint in
   * each phase is left as well: without one check nothing could be said about its contract.
   *
   * @param check gives what checks it, to be called once or not at all; is only asked now
   * @return whether it was taken
   */
  boolean takes(String endpoint, String phase, Supplier<Runnable> check) {
    boolean busy = rate.exceeded(System.nanoTime());
    boolean first = seen.add(new Place(endpoint, phase));
    if (!busy || first) {
      return false;
    }
    lottery.enter(check);
    return true;
  }

  private void checkAfter(long nanos) {
    Future<?> unused = clock.schedule(this::checkSome, nanos, TimeUnit.NANOSECONDS);
  }

  /** A body that took longer than it may is made up for by a longer rest. */
  private void checkSome() {
    long start = System.nanoTime();
    try {
      checkDrawn(start + LONGEST_CHECKING);
    } finally {
      long spent = System.nanoTime() - start;
      checkAfter(Math.max(PERIOD, spent * (PERIOD / LONGEST_CHECKING)) - spent);
    }
  }

  private void checkDrawn(long deadline) {
    try {
      for (Runnable check : lottery.draw()) {
        if (System.nanoTime() - deadline >= 0) {
          return;
        }
        check.run();
      }
    } catch (RuntimeException | Error e) {
      failed.accept(e);
    }
  }

  /** Checks what still waits, for two seconds at most. Nothing is taken afterwards. */
  @Override
  public void close() {
    try {
      clock
          .submit(() -> checkDrawn(System.nanoTime() + LONGEST_CLOSING.toNanos()))
          .get(LONGEST_CLOSING.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      // What was not checked does not count as checked.
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      clock.shutdownNow();
    }
  }
}

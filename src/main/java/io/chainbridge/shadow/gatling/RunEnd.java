package io.chainbridge.shadow.gatling;

import io.chainbridge.shadow.record.Ending;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * How a run ends: by itself when all is measured, by its own decision, or because someone stops it.
 * Made in the thread in which Gatling runs. Thread-safe.
 */
final class RunEnd {
  /** Whoever stops a process does not wait for ever. */
  private static final Duration LONGEST = Duration.ofSeconds(30);

  private final Thread gatling = Thread.currentThread();
  private final CountDownLatch reached = new CountDownLatch(1);
  private volatile Optional<Ending> failure = Optional.empty();
  private volatile Optional<Ending> decision = Optional.empty();
  private volatile Runnable stopping = () -> {};
  private volatile boolean near;

  /** What to do so that the load ends. */
  void whenStopping(Runnable action) {
    stopping = action;
  }

  /** Whether nothing new is to begin. */
  boolean isNear() {
    return near;
  }

  /** Gatling has made all requests and closed its log. */
  void reached() {
    reached.countDown();
  }

  /** Nobody answered, which is nothing to tell of a run that was stopped meanwhile. */
  void unreachable(String reason) {
    if (!near) {
      failure = Optional.of(new Ending(Ending.Kind.UNREACHABLE, reason));
    }
  }

  /** The verdict can no longer change: ends the load. The first reason counts. */
  void decide(String reason) {
    decide(new Ending(Ending.Kind.DECIDED, reason));
  }

  /** Something went wrong on our side: ends the load. The first reason counts. */
  void breakOff(String reason) {
    decide(new Ending(Ending.Kind.INCOMPLETE, reason));
  }

  private synchronized void decide(Ending ending) {
    if (decision.isEmpty() && !near) {
      decision = Optional.of(ending);
      stop();
    }
  }

  private void stop() {
    near = true;
    stopping.run();
  }

  /**
   * Stops a run that is still going, and waits for the requests under way, so that Gatling writes
   * down what was measured. Does nothing when Gatling has ended, or has crashed.
   *
   * @param patience how long the requests under way may take, zero if there are none; asked once
   *     nothing new begins
   * @return whether there was something to stop
   */
  boolean interrupt(Supplier<Duration> patience) {
    if (reached.getCount() == 0 || failure.isPresent()) {
      return false;
    }
    if (crashed()) {
      failure = Optional.of(new Ending(Ending.Kind.INCOMPLETE, "Gatling crashed; see above"));
      return false;
    }
    stop();
    await(patience.get());
    failure =
        Optional.of(new Ending(Ending.Kind.INTERRUPTED, "the run was stopped before its end"));
    return true;
  }

  /** Nobody stopped Gatling if it is its own thread that has ended, or that ends the process. */
  private boolean crashed() {
    return !gatling.isAlive()
        || Arrays.stream(gatling.getStackTrace())
            .anyMatch(
                frame ->
                    frame.getClassName().equals(Runtime.class.getName())
                        && frame.getMethodName().equals("exit"));
  }

  private void await(Duration patience) {
    long bound = Math.min(patience.toMillis(), LONGEST.toMillis());
    try {
      if (bound > 0 && !reached.await(bound, TimeUnit.MILLISECONDS)) {
        System.err.println("Gatling did not end within " + bound + " ms");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** How the run ended, if not in order. */
  Optional<Ending> failure() {
    return failure;
  }

  /** Why the run ended itself before its time: its verdict was certain, or it could not go on. */
  Optional<Ending> decision() {
    return decision;
  }
}

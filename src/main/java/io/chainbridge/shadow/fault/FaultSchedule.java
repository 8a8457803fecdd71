package io.chainbridge.shadow.fault;

import io.chainbridge.shadow.budget.Fault;
import io.chainbridge.shadow.budget.FaultKind;
import io.chainbridge.shadow.process.Order;
import io.chainbridge.shadow.process.Ordered;
import io.chainbridge.shadow.record.FaultWindow;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Puts the faults of a run in and takes them out, each at its time, and notes when that really was.
 * Safe for use by many threads.
 */
public final class FaultSchedule implements AutoCloseable {
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "faults");
            thread.setDaemon(true);
            return thread;
          });

  private final List<Fault> faults;
  private final FaultProxy proxy;
  private final Optional<Ordered> database;
  private final Consumer<String> failed;
  private final List<Past> past = new ArrayList<>();
  private Optional<Present> present = Optional.empty();
  private boolean closed;

  private record Present(Fault fault, Instant since) {}

  private record Past(Fault fault, Instant from, Instant to, OptionalLong hit) {}

  /**
   * Of faults that do not overlap.
   *
   * @param database of the target, if it takes orders
   * @param failed is told in a sentence that a fault could not be put in or taken out
   */
  public FaultSchedule(
      List<Fault> faults, FaultProxy proxy, Optional<Ordered> database, Consumer<String> failed) {
    this.faults = List.copyOf(faults);
    this.proxy = proxy;
    this.database = database;
    this.failed = failed;
  }

  /** The time of the faults counts from then. */
  public synchronized void start(Instant start) {
    Duration since = Duration.between(start, Instant.now());
    for (Fault fault : faults) {
      at(fault.from().minus(since), () -> begin(fault));
      at(fault.until().minus(since), this::end);
    }
  }

  private void at(Duration delay, Runnable task) {
    if (!closed) {
      Future<?> unused = clock.schedule(task, delay.toNanos(), TimeUnit.NANOSECONDS);
    }
  }

  private synchronized void begin(Fault fault) {
    if (closed) {
      return;
    }
    try {
      if (fault.kind() == FaultKind.DATABASE_LATENCY) {
        tellDatabase(FaultOrder.begin(fault));
      } else {
        proxy.begin(fault);
      }
      present = Optional.of(new Present(fault, Instant.now()));
    } catch (FaultException e) {
      fail("the fault %s could not be put in: %s".formatted(fault.name(), e.getMessage()));
    }
  }

  private synchronized void end() {
    if (present.isEmpty()) {
      return;
    }
    Present ending = present.get();
    present = Optional.empty();
    OptionalLong hit = OptionalLong.empty();
    try {
      hit =
          ending.fault().kind() == FaultKind.DATABASE_LATENCY
              ? FaultOrder.hit(tellDatabase(Order.of(FaultOrder.CLEAR)))
              : proxy.end();
    } catch (FaultException e) {
      fail(
          "the fault %s could not be taken out: %s"
              .formatted(ending.fault().name(), e.getMessage()));
    }
    past.add(new Past(ending.fault(), ending.since(), Instant.now(), hit));
  }

  /** In a thread that holds nothing: whoever is told may stop this in turn. */
  private void fail(String sentence) {
    CompletableFuture<Void> unused = CompletableFuture.runAsync(() -> failed.accept(sentence));
  }

  private Order tellDatabase(Order order) throws FaultException {
    try {
      return database.orElseThrow().tell(order);
    } catch (IOException e) {
      throw new FaultException(
          "the reference service does not do as it is told: " + e.getMessage(), e);
    }
  }

  /**
   * The faults that were there, in order of time.
   *
   * @param start of the run
   */
  public synchronized List<FaultWindow> windows(Instant start) {
    return past.stream()
        .map(
            some ->
                new FaultWindow(
                    some.fault().name(),
                    some.fault().kind().key(),
                    some.fault().parameters(),
                    some.fault().share(),
                    some.fault().endpoints(),
                    since(start, some.from()),
                    since(start, some.to()),
                    some.hit()))
        .toList();
  }

  private static Duration since(Instant start, Instant end) {
    Duration since = Duration.between(start, end);
    return since.isNegative() ? Duration.ZERO : Duration.ofMillis(since.toMillis());
  }

  /** Takes the fault out that is in; no other comes. May be repeated. */
  @Override
  public synchronized void close() {
    closed = true;
    clock.shutdownNow();
    end();
  }
}

package io.chainbridge.shadow.reference;

import io.chainbridge.shadow.process.Order;
import io.chainbridge.shadow.process.Ordered;
import io.chainbridge.shadow.settings.Delay;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/**
 * Holds up the statements of a database while it is told to, each on the connection that it has, as
 * a slow database does: when all connections wait, so does whoever wants one. Safe for use by many
 * threads.
 */
final class DatabaseLatency implements Ordered {
  private static final String FAULT = "fault";

  private record Slowness(Delay delay, double share) {}

  private final AtomicLong hit = new AtomicLong();
  private volatile Optional<Slowness> slowness = Optional.empty();

  /** Takes {@code fault} with the values of a delay and a share of the statements, or clears it. */
  @Override
  public Order tell(Order order) {
    if (order.word().equals(FAULT)) {
      hit.set(0);
      slowness =
          Optional.of(
              new Slowness(
                  Delay.of(order.values()), Double.parseDouble(order.value("share").orElse("1"))));
      return Order.of(DONE);
    }
    slowness = Optional.empty();
    return new Order(DONE, Map.of("hit", String.valueOf(hit.get())));
  }

  /** Waits as long as one statement is to be held up; the caller has its connection already. */
  void hold() {
    Optional<Slowness> now = slowness;
    if (now.isPresent() && ThreadLocalRandom.current().nextDouble() < now.get().share()) {
      hit.incrementAndGet();
      park(now.get().delay().draw(ThreadLocalRandom.current()).toNanos());
    }
  }

  private static void park(long nanos) {
    long end = System.nanoTime() + nanos;
    for (long left = nanos; left > 0; left = end - System.nanoTime()) {
      LockSupport.parkNanos(left);
    }
  }
}

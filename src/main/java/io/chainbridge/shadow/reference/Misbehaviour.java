package io.chainbridge.shadow.reference;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/**
 * Latency and errors put before the answers of {@code /iq/*}.
 *
 * <p>A delayed request holds no thread while it waits. Of the same seed the same requests fail, in
 * the order of their arrival.
 */
final class Misbehaviour {

  private final Faults faults;
  private final Random random;
  private final Executor after;

  /** Faults whose delayed answers go on with the executor given. */
  Misbehaviour(Faults faults, long seed, Executor executor) {
    this.faults = faults;
    this.random = new Random(seed);
    this.after =
        CompletableFuture.delayedExecutor(
            faults.latency().toMillis(), TimeUnit.MILLISECONDS, executor);
  }

  void route(RoutesConfig routes) {
    if (!faults.latency().isZero()) {
      routes.before("/iq/*", context -> context.future(this::delay));
    }
    if (faults.errorRate() > 0) {
      routes.before("/iq/*", this::fail);
    }
  }

  private CompletableFuture<Void> delay() {
    return CompletableFuture.runAsync(() -> {}, after);
  }

  private void fail(Context context) {
    if (random.nextDouble() < faults.errorRate()) {
      throw new InjectedError();
    }
  }

  /** An error on purpose; answered with 500 and not logged. */
  static final class InjectedError extends RuntimeException {

    private static final long serialVersionUID = 1;

    InjectedError() {
      super("injected", null, false, false);
    }
  }
}

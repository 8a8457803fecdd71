package io.chainbridge.shadow.gatling;

import static io.gatling.javaapi.core.CoreDsl.asLongAs;
import static io.gatling.javaapi.core.CoreDsl.exec;
import static io.gatling.javaapi.core.CoreDsl.pause;
import static io.gatling.javaapi.core.CoreDsl.rendezVous;

import io.gatling.javaapi.core.ChainBuilder;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/** What virtual users do before anything is measured: calibrate, ask in silence, and wait. */
final class WarmUp {
  private static final String WARMING = "warming";

  /** Whoever waits looks as often whether the run is to end. */
  private static final Duration WAIT = Duration.ofMillis(200);

  private final Run run;
  private final Requests requests;

  WarmUp(Run run, Requests requests) {
    this.run = run;
    this.requests = requests;
  }

  /** Whether there is anything to do before. */
  boolean isNeeded() {
    return run.settings().warmup() > 0 || run.settings().noiseFloor() || run.start().isSet();
  }

  /** All of it, by so many users at once, until so long before the time at which to begin. */
  ChainBuilder by(int users, Duration ahead) {
    return exec(run.calibration().steps())
        .exec(rendezVous(users))
        .exec(rounds(users))
        .exec(rendezVous(users))
        .exec(wait(ahead));
  }

  /** Silent requests: one round for each of these users, and who is first takes the others. */
  private ChainBuilder rounds(int users) {
    int rounds = run.settings().warmup();
    AtomicInteger others = new AtomicInteger(rounds - users);
    return exec(session -> session.set(WARMING, rounds > 0 && run.mayWarmUp()))
        .exec(
            asLongAs(session -> session.getBoolean(WARMING))
                .on(
                    exec(requests.silent())
                        .exec(
                            session ->
                                session.set(
                                    WARMING, others.getAndDecrement() > 0 && run.mayWarmUp()))));
  }

  private ChainBuilder wait(Duration ahead) {
    return run.start().isSet()
        ? exec(
            asLongAs(session -> !left(ahead).isZero())
                .on(pause(session -> left(ahead).compareTo(WAIT) < 0 ? left(ahead) : WAIT)))
        : exec(session -> session);
  }

  private Duration left(Duration ahead) {
    return run.end().isNear() ? Duration.ZERO : run.start().until(ahead);
  }
}

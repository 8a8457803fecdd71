package io.chainbridge.shadow.gatling;

import io.chainbridge.shadow.peer.Demand;
import io.chainbridge.shadow.peer.Peer;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A load generator and how fast it was in each round, until it fails in one. */
final class Contender {
  private static final long FIRST_REQUESTS = 6_400;

  private final String name;
  private final String advantage;
  private final Run run;
  private final List<Double> samples = new ArrayList<>();
  private double rate;
  private Optional<Exception> failure = Optional.empty();

  /** A run from its start to its end. */
  @FunctionalInterface
  interface Run {
    /** Asks as it is demanded to. */
    void run(Demand demand) throws IOException;
  }

  /**
   * @param name for readers of a table
   * @param advantage a sentence on what it spares, should it be the faster one
   */
  Contender(String name, String advantage, Run run) {
    this.name = name;
    this.advantage = advantage;
    this.run = run;
  }

  static Contender of(Peer peer) {
    return new Contender(peer.name(), peer.advantage(), peer::run);
  }

  String name() {
    return name;
  }

  String advantage() {
    return advantage;
  }

  /** In requests a second, a round each. */
  List<Double> samples() {
    return samples;
  }

  /** Why it takes no more part; empty while it does. */
  Optional<Exception> failure() {
    return failure;
  }

  /** Two runs that do not count, to learn how many requests a round of so many seconds takes. */
  void tryOut(FixedService service, Demand any, double seconds) {
    ask(service, any, FIRST_REQUESTS, 1);
    ask(service, any, (long) (rate * seconds), seconds);
  }

  /** One more round of about so many seconds. */
  void round(FixedService service, Demand any, double seconds) {
    ask(service, any, (long) (rate * seconds), seconds);
    samples.add(rate);
  }

  private void ask(FixedService service, Demand any, long requests, double seconds) {
    if (failure.isEmpty()) {
      try {
        rate = rate(service, any, requests, seconds);
      } catch (IOException | RuntimeException e) {
        failure = Optional.of(e);
      }
    }
  }

  private double rate(FixedService service, Demand any, long requests, double seconds)
      throws IOException {
    long whole = Math.max(1, requests / any.users()) * any.users();
    Duration time = Duration.ofMillis((long) (seconds * 1_000));
    return AnswerRate.during(
        service, () -> run.run(new Demand(any.address(), any.users(), whole, time, any.folder())));
  }
}

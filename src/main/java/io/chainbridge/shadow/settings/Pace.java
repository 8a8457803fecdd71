package io.chainbridge.shadow.settings;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * How hard a service is asked, as a user sets it. {@link Closed}, {@link UntilProven} and {@link
 * Pairs} are closed models, in which a virtual user waits for an answer before it asks again; in
 * the others, open models, users arrive at a rate that no slow answer holds up. Rates are arrivals
 * a second, each of which is one request. Immutable.
 */
public sealed interface Pace {

  /** Whether users arrive at a rate, however slow the service is. */
  default boolean open() {
    return !(this instanceof Closed || this instanceof UntilProven || this instanceof Pairs);
  }

  /** Virtual users at once that have something to do; 0 where they arrive at a rate. */
  default int users() {
    return 0;
  }

  /** How long to measure, as far as that is known before; else empty. */
  Optional<Duration> length();

  /**
   * Users at once, for so many requests or so long.
   *
   * @param concurrency virtual users, at least 1
   * @param iterations measured requests per endpoint, in total; empty if the duration decides
   * @param duration of measuring; empty if the iterations decide
   * @param pause after each answer
   */
  record Closed(int concurrency, OptionalInt iterations, Optional<Duration> duration, Pause pause)
      implements Pace {

    @Override
    public Optional<Duration> length() {
      return duration;
    }

    @Override
    public int users() {
      return Math.min(concurrency, iterations.orElse(concurrency));
    }
  }

  /**
   * Users at once, until every latency and failure limit of every endpoint is proven met or
   * breached. An endpoint whose limits all are is asked no more.
   *
   * @param concurrency virtual users, at least 1
   * @param confidence of each proof, above 0.5 and below 0.9999
   * @param maxIterations measured requests per endpoint after which its limits are inconclusive, at
   *     least 1
   */
  record UntilProven(int concurrency, double confidence, int maxIterations) implements Pace {
    @Override
    public Optional<Duration> length() {
      return Optional.empty();
    }

    @Override
    public int users() {
      return Math.min(concurrency, maxIterations);
    }
  }

  /**
   * Users at once, each of which asks two targets the same in turns.
   *
   * @param concurrency virtual users, at least 1
   * @param pairs of measured requests per endpoint, in total, at least 1
   */
  record Pairs(int concurrency, int pairs) implements Pace {
    @Override
    public Optional<Duration> length() {
      return Optional.empty();
    }

    @Override
    public int users() {
      return Math.min(concurrency, pairs);
    }
  }

  /** Arrivals at one rate for so long. */
  record Constant(double rate, Duration duration) implements Pace {
    @Override
    public Optional<Duration> length() {
      return Optional.of(duration);
    }
  }

  /** Arrivals at a rate that climbs in steps. */
  record Steps(double startRate, double stepRate, int steps, Duration stepDuration)
      implements Pace {
    @Override
    public Optional<Duration> length() {
      return Optional.of(stepDuration.multipliedBy(steps));
    }
  }

  /** Arrivals at a base rate, suddenly many more, and the base rate again. */
  record Peak(
      double rate, double peakRate, Duration beforePeak, Duration peakDuration, Duration afterPeak)
      implements Pace {
    @Override
    public Optional<Duration> length() {
      return Optional.of(beforePeak.plus(peakDuration).plus(afterPeak));
    }
  }

  /**
   * Arrivals at rates that a search decides.
   *
   * @param startRate the first to be tried
   * @param maxRate the highest that may be tried
   * @param probeDuration how long each is tried at least
   */
  record Search(double startRate, double maxRate, Duration probeDuration) implements Pace {
    @Override
    public Optional<Duration> length() {
      return Optional.empty();
    }
  }
}

package io.chainbridge.shadow.verdict;

import io.chainbridge.shadow.record.Timeline;
import io.chainbridge.shadow.record.TimelineSample;
import java.time.Duration;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;

/**
 * Runs of one endpoint, "stats", as a soak test has them: log-normal latencies about 20 ms, whole
 * milliseconds, as many slices as blocks. Beside them there is a last one with a single, very slow
 * request.
 */
enum Soak {
  /** A tail as long as those of busy services, and many requests. */
  HEAVY_TAILED(80, 0.9) {
    @Override
    double[] factors(SplittableRandom random) {
      return flat();
    }
  },
  /** About 24 requests to a block. */
  FEW_REQUESTS(24, 0.9) {
    @Override
    double[] factors(SplittableRandom random) {
      return flat();
    }
  },
  /** Most take about 1 to 3 ms, so that most figures are equal. */
  FEW_MILLISECONDS(50, 0.5) {
    @Override
    double[] factors(SplittableRandom random) {
      return filled(0.05 + random.nextDouble() * 0.1);
    }
  },
  /** All take equally long. */
  CONSTANT(50, 0) {
    @Override
    double[] factors(SplittableRandom random) {
      return flat();
    }
  },
  /** One fifth of the time, in spells of a block's length on average, 1.5 to 3 times as slow. */
  SLOW_SPELLS(50, 0.6) {
    @Override
    double[] factors(SplittableRandom random) {
      double[] factors = flat();
      double slow = 1.5 + random.nextDouble() * 1.5;
      boolean spell = random.nextInt(5) == 0;
      for (int i = 0; i < factors.length; i++) {
        factors[i] = spell ? slow : 1;
        spell = spell ? random.nextInt(2) == 0 : random.nextInt(8) == 0;
      }
      return factors;
    }
  },
  /** A pace that wanders and comes back: each half of a slice resembles the one before it. */
  WANDERING(50, 0.6) {
    @Override
    double[] factors(SplittableRandom random) {
      double[] factors = flat();
      double level = random.nextGaussian();
      for (int i = 0; i < factors.length; i++) {
        factors[i] = Math.exp(level * 0.2);
        level = 0.6 * level + 0.8 * random.nextGaussian();
      }
      return factors;
    }
  },
  /** Up to a tenth of the run, anywhere, is five times as slow. */
  ONE_BAD_SPELL(50, 0.6) {
    @Override
    double[] factors(SplittableRandom random) {
      double[] factors = flat();
      int length = 1 + random.nextInt(HALVES / 10);
      int from = random.nextInt(HALVES - length + 1);
      for (int i = from; i < from + length; i++) {
        factors[i] = 5;
      }
      return factors;
    }
  },
  /** By half over the run, at an even pace. */
  LINEAR_LEAK(50, 0.6) {
    @Override
    double[] factors(SplittableRandom random) {
      return growing(t -> 1 + 0.5 * t);
    }
  },
  /** Slowly at first: by 80 % at the end. */
  QUADRATIC_LEAK(50, 0.6) {
    @Override
    double[] factors(SplittableRandom random) {
      return growing(t -> 1 + 0.8 * t * t);
    }
  },
  /** Eight steps of 6 % each. */
  STAIRS(50, 0.6) {
    @Override
    double[] factors(SplittableRandom random) {
      return growing(t -> 1 + 0.06 * Math.floor(t * 9));
    }
  },
  /** One in eight requests takes longer and longer, to three times as long; the others do not. */
  TAIL_LEAK(150, 0.6) {
    @Override
    double[] factors(SplittableRandom random) {
      return growing(t -> 1 + 2 * t);
    }

    @Override
    boolean concerns(SplittableRandom random) {
      return random.nextInt(8) == 0;
    }
  },
  /** From the middle of the run on by half. */
  ONE_STEP(50, 0.6) {
    @Override
    double[] factors(SplittableRandom random) {
      return growing(t -> t < 0.5 ? 1 : 1.5);
    }
  },
  /** It takes half as long in the end: a cache fills. */
  FASTER(50, 0.6) {
    @Override
    double[] factors(SplittableRandom random) {
      return growing(t -> 1 - 0.5 * t);
    }
  };

  private static final int SLICES = Blocks.MOST;

  /** The pace can change in the middle of a slice. */
  private static final int HALVES = 2 * SLICES;

  /** To a block. */
  private final int requests;

  private final double sigma;

  Soak(int requests, double sigma) {
    this.requests = requests;
    this.sigma = sigma;
  }

  /** How slow each half of a slice is, over the usual. */
  abstract double[] factors(SplittableRandom random);

  boolean concerns(SplittableRandom random) {
    return true;
  }

  Timeline run(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    TimelineSample sample = new TimelineSample(Duration.ofSeconds(10));
    double[] factors = factors(random);
    for (int slice = 0; slice < SLICES; slice++) {
      for (int i = 0; i < requests; i++) {
        double millis = 20 * Math.exp(sigma * random.nextGaussian());
        double factor = concerns(random) ? factors[2 * slice + 2 * i / requests] : 1;
        sample.add(slice, "stats", Math.round(millis * factor), true);
      }
    }
    sample.add(SLICES, "stats", 60_000, true);
    return sample.timeline();
  }

  private static double[] flat() {
    return filled(1);
  }

  private static double[] filled(double factor) {
    return growing(t -> factor);
  }

  /** Of the time, 0 at the start and 1 at the end. */
  private static double[] growing(DoubleUnaryOperator factor) {
    return IntStream.range(0, HALVES)
        .mapToDouble(half -> factor.applyAsDouble(half / (HALVES - 1.0)))
        .toArray();
  }
}

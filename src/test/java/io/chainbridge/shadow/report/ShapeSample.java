package io.chainbridge.shadow.report;

import io.chainbridge.shadow.budget.Fault;
import io.chainbridge.shadow.budget.FaultKind;
import io.chainbridge.shadow.budget.Limit;
import io.chainbridge.shadow.budget.ShapeLimits;
import io.chainbridge.shadow.record.Ending;
import io.chainbridge.shadow.record.ProxyCost;
import io.chainbridge.shadow.settings.Delay;
import io.chainbridge.shadow.settings.Pace;
import io.chainbridge.shadow.settings.Pause;
import io.chainbridge.shadow.settings.Shape;
import io.chainbridge.shadow.trend.RunTrend;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/** A run of each load shape that passes, and of each some that do not. */
enum ShapeSample {
  LOAD_PASSED {
    @Override
    ShapedRun run() {
      Pace users =
          new Pace.Closed(10, OptionalInt.empty(), Optional.of(Duration.ofMinutes(1)), Pause.NONE);
      return new ShapedRun(Shape.LOAD, users, (rate, seconds) -> 20)
          .checkedEvery(40)
          .stage("", true, 200, 60);
    }
  },
  LOAD_OPEN {
    @Override
    ShapedRun run() {
      Pace constant = new Pace.Constant(50, Duration.ofSeconds(30));
      return new ShapedRun(Shape.LOAD, constant, (rate, seconds) -> 20).stage("", true, 50, 30);
    }
  },
  STRESS_PASSED {
    @Override
    ShapedRun run() {
      return climbing(3);
    }
  },
  STRESS_BREACHED {
    @Override
    ShapedRun run() {
      return climbing(6)
          .ending(
              Ending.Kind.DECIDED,
              "step 5: stats p95_latency_ms will be breached however the rest of 250 requests turn out");
    }
  },
  STRESS_FIRST_BROKEN {
    @Override
    ShapedRun run() {
      return new ShapedRun(Shape.STRESS, steps(1), (rate, seconds) -> 90)
          .failing(0.2)
          .stage("step 1", true, 10, 10);
    }
  },
  STRESS_INVALID {
    @Override
    ShapedRun run() {
      return climbing(2).late(250).stage("step 3", true, 30, 10);
    }
  },
  SPIKE_PASSED {
    @Override
    ShapedRun run() {
      return peaking(13.2, 5);
    }
  },
  SPIKE_BREACHED {
    @Override
    ShapedRun run() {
      return peaking(18.5, 5);
    }
  },
  SPIKE_NEVER_RECOVERED {
    @Override
    ShapedRun run() {
      return peaking(100, 5);
    }
  },
  SOAK_PASSED {
    @Override
    ShapedRun run() {
      return soaking(600, seconds -> 20);
    }
  },
  SOAK_BREACHED {
    @Override
    ShapedRun run() {
      return soaking(600, seconds -> 20 + seconds / 25);
    }
  },
  SOAK_TOO_SHORT {
    @Override
    ShapedRun run() {
      return soaking(10, seconds -> 20);
    }
  },
  CAPACITY_PASSED {
    @Override
    ShapedRun run() {
      return searching(0, 1_000, 50, 100, 150, 125, 137, 144);
    }
  },
  CAPACITY_HIGHEST {
    @Override
    ShapedRun run() {
      return searching(0, 100, 50, 100);
    }
  },
  CAPACITY_BREACHED {
    @Override
    ShapedRun run() {
      return searching(200, 1_000, 50, 100, 150, 125, 137, 144);
    }
  },
  CAPACITY_NONE {
    @Override
    ShapedRun run() {
      return searching(0, 1_000, 400, 200);
    }
  },
  CHAOS_PASSED {
    @Override
    ShapedRun run() {
      return underFaults(13, 600);
    }
  },
  CHAOS_BREACHED {
    @Override
    ShapedRun run() {
      return underFaults(17, 200);
    }
  },
  COMPARE_PASSED {
    @Override
    ReportSample sample() {
      return ReportSample.compared(1_000, 1.01);
    }
  },
  COMPARE_TOO_FEW {
    @Override
    ReportSample sample() {
      return ReportSample.compared(40, 1.01);
    }
  },
  COMPARE_BREACHED {
    @Override
    ReportSample sample() {
      return ReportSample.compared(1_000, 1.3);
    }
  },
  COMPARE_NO_DATA {
    @Override
    ReportSample sample() {
      return ReportSample.comparedWithNothing();
    }
  };

  /** Of a shape that has phases or a rate. */
  ShapedRun run() {
    throw new UnsupportedOperationException("this sample is of another kind");
  }

  ReportSample sample() {
    return run().sample();
  }

  String html() {
    ReportSample sample = sample();
    return HtmlPage.write(sample.run(), sample.verdict(), RunTrend.NONE, false);
  }

  /** In the names of golden files. */
  String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static Pace steps(int count) {
    return new Pace.Steps(10, 10, count, Duration.ofSeconds(10));
  }

  /** A service that is slow from 50 requests a second on. */
  private static ShapedRun climbing(int steps) {
    ShapedRun run =
        new ShapedRun(
            Shape.STRESS, steps(steps), (rate, seconds) -> rate < 50 ? 20 + rate / 3 : 90);
    for (int step = 1; step <= Math.min(steps, 5); step++) {
      run.stage("step " + step, true, 10.0 * step, step < 5 ? 10 : 4);
    }
    return run;
  }

  /** Slow from the peak's beginning until some time after it. */
  private static ShapedRun peaking(double slowUntil, int recovery) {
    Pace peak =
        new Pace.Peak(
            20, 100, Duration.ofSeconds(5), Duration.ofSeconds(5), Duration.ofSeconds(15));
    return new ShapedRun(
            Shape.SPIKE, peak, (rate, seconds) -> seconds < 5 || seconds > slowUntil ? 20 : 300)
        .limits(
            new ShapeLimits(
                Optional.of(Duration.ofSeconds(recovery)),
                Optional.of(Map.of()),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                OptionalDouble.empty()))
        .stage("before", true, 20, 5)
        .stage("peak", true, 100, 5)
        .stage("recovery", false, 20, recovery)
        .stage("after", true, 20, 15 - recovery);
  }

  /** Slow while a fault lasts and somewhat longer, and failing in another. */
  private static ShapedRun underFaults(double slowUntil, double p95) {
    Pace constant = new Pace.Constant(20, Duration.ofSeconds(40));
    Fault latency =
        new Fault(
            "slow-network",
            FaultKind.LATENCY,
            new Delay.LogNormal(Duration.ofMillis(200), 0.25).values(),
            0.5,
            Duration.ofSeconds(5),
            Duration.ofSeconds(12),
            List.of("stats", "events"),
            Optional.of(Map.of(Limit.P95_LATENCY_MS, p95)),
            Optional.of(Duration.ofSeconds(4)));
    Fault reset =
        new Fault(
            "reset",
            FaultKind.RESET,
            Map.of(),
            0.2,
            Duration.ofSeconds(24),
            Duration.ofSeconds(30),
            List.of("stats", "events"),
            Optional.of(Map.of(Limit.MAX_FAILURE_RATE, 0.5)),
            Optional.empty());
    long[] direct = {1_000_000, 1_200_000, 2_000_000};
    long[] proxied = {1_600_000, 2_300_000, 4_500_000};
    return new ShapedRun(
            Shape.CHAOS, constant, (rate, seconds) -> seconds < 5 || seconds > slowUntil ? 20 : 250)
        .faults(ProxyCost.of("WireMock", direct, proxied), latency, reset)
        .stage("clear 1", true, 20, 5)
        .stage(latency.phase(), true, 20, 7)
        .stage(latency.recoveryPhase(), false, 20, 4)
        .stage("clear 2", true, 20, 8)
        .failing(0.2)
        .stage(reset.phase(), true, 20, 6)
        .failing(0)
        .stage(reset.recoveryPhase(), false, 20, 1)
        .stage("clear 3", true, 20, 9);
  }

  private interface Growth {
    double millis(double seconds);
  }

  private static ShapedRun soaking(int seconds, Growth growth) {
    Pace constant = new Pace.Constant(10, Duration.ofSeconds(seconds));
    return new ShapedRun(Shape.SOAK, constant, (rate, time) -> growth.millis(time))
        .limits(
            new ShapeLimits(
                Optional.empty(),
                Optional.empty(),
                OptionalDouble.of(0.2),
                OptionalDouble.empty(),
                OptionalDouble.empty()))
        .stage("", true, 10, seconds);
  }

  /** A service that is slow from 140 requests a second on. */
  private static ShapedRun searching(double least, double max, double... rates) {
    Pace search = new Pace.Search(rates[0], max, Duration.ofSeconds(5));
    ShapedRun run =
        new ShapedRun(Shape.CAPACITY, search, (rate, seconds) -> rate < 140 ? 20 : 90)
            .limits(
                new ShapeLimits(
                    Optional.empty(),
                    Optional.empty(),
                    OptionalDouble.empty(),
                    least > 0 ? OptionalDouble.of(least) : OptionalDouble.empty(),
                    OptionalDouble.empty()));
    for (double rate : rates) {
      run.stage("settling", false, rate, 2)
          .stage("%.0f rps".formatted(rate), true, rate, 5)
          .stage("settling", false, rate / 2, 2);
    }
    return run;
  }
}

package io.chainbridge.shadow.report;

import io.chainbridge.shadow.record.RunRecord;
import io.chainbridge.shadow.trend.Past;
import io.chainbridge.shadow.trend.PastOutcome;
import io.chainbridge.shadow.trend.PastRun;
import io.chainbridge.shadow.trend.RunTrend;
import io.chainbridge.shadow.verdict.Verdict;
import java.util.List;
import java.util.SplittableRandom;

/** Runs with others before them. */
enum RunTrendSample {
  /** Latency of stats rose 15 runs ago, that of events grows towards its budget. */
  RISING(SamplePage.PROVEN, 40),
  STEADY(SamplePage.PROVEN, 200),
  ONE_BEFORE(SamplePage.PASSED, 1),
  FOUR_BEFORE(SamplePage.PASSED, 4),
  HOSTILE(SamplePage.HOSTILE, 40),
  MANY_LIMITS(SamplePage.TWELVE_ENDPOINTS, 200);

  private static final String HOSTILE_BRANCH =
      "</bdi></p><script>alert(7)</script> ##[x]\u202E\u001b[31m|`@everyone";

  private final SamplePage page;
  private final int before;

  RunTrendSample(SamplePage page, int before) {
    this.page = page;
    this.before = before;
  }

  RunRecord run() {
    return page.run().record();
  }

  Verdict verdict() {
    return Verdict.of(run(), page.run().gate());
  }

  List<PastRun> past() {
    SplittableRandom random = new SplittableRandom(42);
    boolean hostile = this == HOSTILE;
    return Past.before(
        run(),
        verdict(),
        hostile ? HOSTILE_BRANCH : "main",
        hostile ? "</li>\n::error::" : "c0ffee0000-",
        before,
        (outcome, ago) -> part(outcome, ago) * (0.98 + 0.04 * random.nextDouble()));
  }

  private double part(PastOutcome outcome, int ago) {
    boolean latency = outcome.limit().equals("p95_latency_ms");
    return switch (this) {
      case RISING ->
          latency && outcome.endpoint().equals("events")
              ? 1 - 0.012 * ago
              : latency && ago > 14 ? 0.7 : 1;
      case HOSTILE -> ago > 14 ? 0.7 : 1;
      case MANY_LIMITS -> latency && ago > 14 ? 0.7 : 1;
      case STEADY, ONE_BEFORE, FOUR_BEFORE -> 1;
    };
  }

  RunTrend trend() {
    return RunTrend.of(run(), verdict(), past());
  }

  String html() {
    return HtmlPage.write(run(), verdict(), trend(), true);
  }
}

package io.chainbridge.shadow.verdict;

import static io.chainbridge.shadow.record.RunSample.endpoint;
import static org.assertj.core.api.Assertions.assertThat;

import io.chainbridge.shadow.budget.Endpoint;
import io.chainbridge.shadow.budget.Limit;
import io.chainbridge.shadow.record.Timeline;
import io.chainbridge.shadow.record.TimelineSample;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Runs of 30 s with ten requests a second, whose peak ends after 10 s, unless they say otherwise.
 */
class RecoveryTest {
  private static final Endpoint STATS =
      endpoint("stats", Map.of(Limit.P95_LATENCY_MS, 75.0, Limit.MAX_FAILURE_RATE, 0.05));
  private static final Endpoint EVENTS = endpoint("events", Map.of(Limit.P50_LATENCY_MS, 50.0));
  private static final Duration PEAK_END = Duration.ofSeconds(10);
  private static final int RUN_MS = 30_000;
  private static final int REQUEST_EVERY_MS = 100;

  private static TimelineSample sample(int sliceMs) {
    return new TimelineSample(Duration.ofMillis(sliceMs));
  }

  /** Adds a request every so often until the run ends: slow where it says, else of 20 ms. */
  private static void requests(TimelineSample sample, int sliceMs, String name, IntPredicate slow) {
    for (int ms = 0; ms <= RUN_MS; ms += REQUEST_EVERY_MS) {
      sample.add(ms / sliceMs, name, slow.test(ms) ? 200 : 20, true);
    }
  }

  private static Timeline stats(int sliceMs, IntPredicate slow) {
    TimelineSample sample = sample(sliceMs);
    requests(sample, sliceMs, "stats", slow);
    return sample.timeline();
  }

  private static Recovery recovery(Timeline timeline, Endpoint... endpoints) {
    return Recovery.of(timeline, PEAK_END, Arrays.asList(endpoints));
  }

  @ParameterizedTest
  @ValueSource(ints = {10, 20, 50, 80, 160, 300, 640, 700, 1_000})
  void aKnownRecoveryIsFoundToTheSlice(int sliceMs) {
    for (int recovered = 11_050; recovered < 24_000; recovered += 450) {
      int end = recovered;
      Recovery recovery = recovery(stats(sliceMs, ms -> ms < end), STATS);
      assertThat(recovery.resolution()).isEqualTo(Duration.ofMillis(sliceMs));
      assertThat(recovery.time().orElseThrow())
          .isBetween(
              Duration.ofMillis(end - 10_000 - REQUEST_EVERY_MS),
              Duration.ofMillis(end - 10_000).plusMillis(sliceMs));
    }
  }

  @ParameterizedTest
  @CsvSource({"10, 100", "300, 4", "640, 2", "700, 2", "1000, 1", "2560, 1"})
  void aWindowIsAsNearToASecondAsWholeSlicesAllow(int sliceMs, int slices) {
    Recovery recovery = goodFromTheSecondSliceOn(sliceMs, 3 * slices);
    assertThat(recovery.window()).isEqualTo(Duration.ofMillis(sliceMs).multipliedBy(slices));
    assertThat(recovery.time()).hasValue(Duration.ofMillis(sliceMs));
    assertThat(goodFromTheSecondSliceOn(sliceMs, 3 * slices - 1).time()).isEmpty();
  }

  /** Of a run with a request in each slice: so many are good, those before and after are slow. */
  private static Recovery goodFromTheSecondSliceOn(int sliceMs, int good) {
    TimelineSample sample = sample(sliceMs);
    for (int slice = 0; slice < 500; slice++) {
      sample.add(slice, "stats", slice >= 1 && slice <= good ? 20 : 200, true);
    }
    Endpoint strict = endpoint("stats", Map.of(Limit.P99_LATENCY_MS, 75.0));
    return Recovery.of(sample.timeline(), Duration.ZERO, List.of(strict));
  }

  @ParameterizedTest
  @ValueSource(ints = {10, 300, 1_000})
  void aServiceThatWasNeverSlowRecoversAtOnce(int sliceMs) {
    assertThat(recovery(stats(sliceMs, ms -> false), STATS).time()).hasValue(Duration.ZERO);
  }

  @Test
  void whatHappensDuringThePeakDoesNotMatter() {
    assertThat(recovery(stats(100, ms -> ms < 10_000), STATS).time()).hasValue(Duration.ZERO);
  }

  @ParameterizedTest
  @CsvSource({"10200, 0", "10201, 499"})
  void theFirstWindowBeginsWithTheFirstSliceAfterThePeak(int slowUntil, long millis) {
    Timeline timeline = stats(300, ms -> ms < slowUntil);
    assertThat(Recovery.of(timeline, Duration.ofMillis(10_001), List.of(STATS)).time())
        .as("slices of 300 ms; the first that begins after the peak does so at 10.2 s")
        .hasValue(Duration.ofMillis(millis));
  }

  @Test
  void aServiceThatStaysSlowNeverRecovers() {
    assertThat(recovery(stats(100, ms -> ms >= 5_000), STATS).time()).isEmpty();
  }

  @Test
  void goodWindowsAmongBadOnesAreNoRecovery() {
    assertThat(recovery(stats(100, ms -> ms / 1_000 % 3 == 0), STATS).time()).isEmpty();
  }

  @Test
  void aLoneOutlierLaterOnDoesNotMoveIt() {
    assertThat(recovery(stats(100, ms -> ms < 12_000 || ms == 15_000), STATS).time())
        .hasValue(Duration.ofSeconds(2));
  }

  @Test
  void aBreachAmongTheThreeWindowsDoes() {
    assertThat(recovery(stats(100, ms -> ms < 12_000 || ms == 14_900), STATS).time())
        .hasValue(Duration.ofSeconds(5));
  }

  @ParameterizedTest
  @CsvSource({"26900, 16900", "27000, 17000", "27001, ", "29900, "})
  void threeWindowsMustHoldBeforeTheRunEnds(int slowUntil, @Nullable Long millis) {
    assertThat(recovery(stats(100, ms -> ms < slowUntil), STATS).time())
        .isEqualTo(Optional.ofNullable(millis).map(Duration::ofMillis));
  }

  @Test
  void failuresCountLikeLatencies() {
    TimelineSample sample = sample(100);
    for (int ms = 0; ms <= RUN_MS; ms += REQUEST_EVERY_MS) {
      sample.add(ms / 100, "stats", 5, ms >= 13_000 || ms % 200 == 0);
    }
    assertThat(recovery(sample.timeline(), STATS).time()).hasValue(Duration.ofSeconds(3));
  }

  @Test
  void latencyLimitsDoNotHoldWhereAllRequestsFailQuickly() {
    TimelineSample sample = sample(100);
    for (int ms = 0; ms <= RUN_MS; ms += REQUEST_EVERY_MS) {
      sample.add(ms / 100, "events", 5, ms >= 13_000);
    }
    assertThat(recovery(sample.timeline(), EVENTS).time())
        .as(
            "the first window with an answer that is no failure, the one at 13 s, is that to 13.1 s")
        .hasValue(Duration.ofMillis(2_100));
  }

  @Test
  void aLimitIsBreachedByTheFigureThatEqualsIt() {
    TimelineSample sample = sample(1_000);
    for (int second = 0; second <= 30; second++) {
      sample.add(second, "events", second < 14 ? 50 : 49, true);
    }
    assertThat(recovery(sample.timeline(), EVENTS).time()).hasValue(Duration.ofSeconds(4));
  }

  @Test
  void aWindowWithoutAnAnswerDoesNotHold() {
    TimelineSample sample = sample(100);
    for (int ms = 0; ms <= RUN_MS; ms += REQUEST_EVERY_MS) {
      if (ms < 11_000 || ms >= 16_000) {
        sample.add(ms / 100, "stats", 20, true);
      }
    }
    assertThat(recovery(sample.timeline(), STATS).time())
        .as("the first window with an answer again, the one at 16 s, is that to 16.1 s")
        .hasValue(Duration.ofMillis(5_100));
  }

  @Test
  void theServiceRecoversWithItsLastEndpoint() {
    Endpoint events = endpoint("events", STATS.limits());
    TimelineSample sample = sample(100);
    requests(sample, 100, "stats", ms -> ms < 12_000);
    requests(sample, 100, "events", ms -> ms < 17_000);
    Timeline timeline = sample.timeline();
    assertThat(recovery(timeline, STATS).time()).hasValue(Duration.ofSeconds(2));
    assertThat(recovery(timeline, events).time()).hasValue(Duration.ofSeconds(7));
    assertThat(recovery(timeline, STATS, events).time()).hasValue(Duration.ofSeconds(7));
  }

  @Test
  void aWindowMayBeginWithWhatItsLimitsTolerate() {
    TimelineSample sample = sample(100);
    requests(sample, 100, "events", ms -> ms < 17_000);
    assertThat(recovery(sample.timeline(), EVENTS).time())
        .as("the median of ten requests is fast if at most four are slow")
        .hasValue(Duration.ofMillis(6_600));
  }

  @Test
  void anEndpointWithoutLatencyOrFailureLimitsDoesNotMatter() {
    Endpoint sizes = endpoint("sizes", Map.of(Limit.MAX_RESPONSE_SIZE_KB, 25.0));
    assertThat(recovery(stats(100, ms -> ms < 12_000), STATS, sizes).time())
        .hasValue(Duration.ofSeconds(2));
  }

  @Test
  void aRunThatEndsWithItsPeakShowsNoRecovery() {
    assertThat(Recovery.of(stats(100, ms -> false), Duration.ofHours(1), List.of(STATS)).time())
        .isEmpty();
  }

  @Test
  void aRunWithoutARequestShowsNoRecovery() {
    Recovery recovery = recovery(Timeline.EMPTY, STATS);
    assertThat(recovery.time()).isEmpty();
    assertThat(recovery.resolution()).isZero();
    assertThat(recovery.window()).isZero();
  }
}

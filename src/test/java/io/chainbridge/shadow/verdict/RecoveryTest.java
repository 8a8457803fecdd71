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
    TimelineSample sample = new TimelineSample(Duration.ofMillis(sliceMs));
    requests(sample, sliceMs, "stats", slow);
    return sample.timeline();
  }

  private static Recovery recovery(Timeline timeline, Endpoint... endpoints) {
    return Recovery.of(timeline, PEAK_END, Arrays.asList(endpoints));
  }

  @ParameterizedTest
  @ValueSource(ints = {10, 20, 50, 80, 160, 300, 640, 700, 1_000})
  void aKnownRecoveryIsFoundToTheWindow(int sliceMs) {
    for (int recovered = 10_050; recovered < 24_000; recovered += 450) {
      int end = recovered;
      Recovery recovery = recovery(stats(sliceMs, ms -> ms < end), STATS);
      assertThat(recovery.resolution())
          .isBetween(Duration.ofSeconds(1), Duration.ofMillis(999 + sliceMs));
      assertThat(recovery.time().orElseThrow())
          .isBetween(
              Duration.ofMillis(end - 10_000 - REQUEST_EVERY_MS - sliceMs),
              Duration.ofMillis(end - 10_000).plus(recovery.resolution()));
    }
  }

  @ParameterizedTest
  @CsvSource({"10, 1000", "300, 1200", "640, 1280", "700, 1400", "1000, 1000", "2560, 2560"})
  void aWindowIsAsNearToASecondAsWholeSlicesAllow(int sliceMs, long windowMs) {
    assertThat(recovery(stats(sliceMs, ms -> false), STATS).resolution())
        .isEqualTo(Duration.ofMillis(windowMs));
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

  @Test
  void theFirstWindowBeginsWithTheFirstSliceAfterThePeak() {
    Timeline timeline = stats(300, ms -> ms < 11_400);
    assertThat(Recovery.of(timeline, Duration.ofMillis(10_001), List.of(STATS)).time())
        .as("windows of 1.2 s from 10.2 s on; the second begins at 11.4 s")
        .hasValue(Duration.ofMillis(1_399));
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
    assertThat(recovery(stats(100, ms -> ms < 12_000 || ms == 14_500), STATS).time())
        .hasValue(Duration.ofSeconds(5));
  }

  @ParameterizedTest
  @CsvSource({"26900, 17", "27000, 17", "27001, ''", "29900, ''"})
  void threeWindowsMustHoldBeforeTheRunEnds(int slowUntil, String seconds) {
    assertThat(recovery(stats(100, ms -> ms < slowUntil), STATS).time().map(Duration::toSeconds))
        .isEqualTo(seconds.isEmpty() ? Optional.empty() : Optional.of(Long.valueOf(seconds)));
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
    assertThat(recovery(sample.timeline(), EVENTS).time()).hasValue(Duration.ofSeconds(3));
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
    assertThat(recovery(sample.timeline(), STATS).time()).hasValue(Duration.ofSeconds(6));
  }

  @Test
  void theServiceRecoversWithItsLastEndpoint() {
    TimelineSample sample = sample(100);
    requests(sample, 100, "stats", ms -> ms < 12_000);
    requests(sample, 100, "events", ms -> ms < 17_000);
    Timeline timeline = sample.timeline();
    assertThat(recovery(timeline, STATS).time()).hasValue(Duration.ofSeconds(2));
    assertThat(recovery(timeline, EVENTS).time()).hasValue(Duration.ofSeconds(7));
    assertThat(recovery(timeline, STATS, EVENTS).time()).hasValue(Duration.ofSeconds(7));
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
  }
}

package io.chainbridge.shadow.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.NotEmpty;
import org.junit.jupiter.api.Test;

class TimelineTest {
  private final TimelineCounter counter = new TimelineCounter();

  @Test
  void withoutARequestThereIsNoTime() {
    counter.users(1, 5_000);
    assertThat(counter.timeline()).isEqualTo(Timeline.EMPTY);
  }

  @Test
  void aRequestCountsWhereItEndsAndTimeBeginsWithTheFirst() {
    counter.users(1, 900);
    counter.request("stats", 1_000, 1_004, true);
    counter.users(1, 1_011);
    counter.request("stats", 1_004, 1_025, false);
    counter.request("events", 1_004, 1_029, true);
    Timeline timeline = counter.timeline();
    assertThat(timeline.interval()).isEqualTo(Duration.ofMillis(10));
    assertThat(timeline.slices()).extracting(Timeline.Slice::activeUsers).containsExactly(1, 2, 2);
    assertThat(timeline.slices().get(0).latencies()).containsOnlyKeys("stats");
    assertThat(timeline.slices().get(1).latencies()).isEmpty();
    assertThat(timeline.slices().get(2).latencies()).containsOnlyKeys("stats", "events");
    assertThat(timeline.slices().get(2).failures()).containsOnlyKeys("stats");
    assertThat(timeline.slices().get(2).latencies().get("stats").max())
        .hasValue(Duration.ofMillis(21));
  }

  @Property(tries = 50)
  void aRunOfAnyLengthKeepsAllRequestsInAtMostSixHundredSlices(
      @ForAll @NotEmpty List<@IntRange(max = 3_600_000) Integer> ends) {
    TimelineCounter any = new TimelineCounter();
    ends.forEach(end -> any.request("stats", 0, end, end % 2 == 0));
    Timeline timeline = any.timeline();
    assertThat(timeline.slices()).hasSizeLessThanOrEqualTo(Timeline.MOST_SLICES);
    assertThat(
            timeline.slices().stream()
                .flatMap(slice -> slice.latencies().values().stream())
                .mapToLong(Latencies::count)
                .sum())
        .isEqualTo(ends.size());
    assertThat(
            timeline.slices().stream()
                .flatMap(slice -> slice.failures().values().stream())
                .mapToLong(Long::longValue)
                .sum())
        .isEqualTo(ends.stream().filter(end -> end % 2 != 0).count());
    int latest = ends.stream().mapToInt(Integer::intValue).max().orElseThrow();
    assertThat(timeline.interval().multipliedBy(timeline.slices().size()))
        .isGreaterThan(Duration.ofMillis(latest))
        .isLessThanOrEqualTo(timeline.interval().plusMillis(latest));
  }
}

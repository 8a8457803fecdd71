package io.chainbridge.shadow.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OverTimeTest {

  @ParameterizedTest
  @ValueSource(ints = {1, 4, 20, 999, 20_000})
  void losesNoRequest(int requests) {
    OverTime time = time(requests, 10);
    assertThat(time.slices()).hasSizeBetween(1, 10);
    assertThat(IntStream.range(0, time.slices().size()).mapToLong(time::requests).sum())
        .isEqualTo(requests);
  }

  @Test
  void fewRequestsMakeFewSlices() {
    assertThat(time(20, 120).slices()).hasSizeLessThanOrEqualTo(4);
  }

  @Test
  void theLastSliceEndsWithTheRun() {
    OverTime time = time(100, 10);
    int last = time.slices().size() - 1;
    assertThat(time.startSeconds(last) + time.seconds(last))
        .isCloseTo(time.duration().toMillis() / 1e3, Offset.offset(1e-9));
  }

  @Test
  void aRunWithoutARequestHasNone() {
    assertThat(time(0, 10).slices()).isEmpty();
  }

  private static OverTime time(int requests, int most) {
    return OverTime.of(
        new SampleRun().with("stats", SampleService.healthy(6, 430)).load(requests, 1).record(),
        most);
  }
}

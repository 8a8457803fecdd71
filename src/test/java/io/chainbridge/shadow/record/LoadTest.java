package io.chainbridge.shadow.record;

import static org.assertj.core.api.Assertions.assertThat;

import io.chainbridge.shadow.settings.Pace;
import io.chainbridge.shadow.settings.Pause;
import io.chainbridge.shadow.settings.Shape;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LoadTest {
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final Duration HOUR = Duration.ofHours(1);

  /** Each but the first of its kind differs from it by one setting. */
  private static final Pace[] PACES = {
    new Pace.Closed(2, OptionalInt.of(20), Optional.empty(), Pause.NONE),
    new Pace.Closed(3, OptionalInt.of(20), Optional.empty(), Pause.NONE),
    new Pace.Closed(2, OptionalInt.of(21), Optional.empty(), Pause.NONE),
    new Pace.Closed(2, OptionalInt.empty(), Optional.of(MINUTE), Pause.NONE),
    new Pace.Closed(2, OptionalInt.empty(), Optional.of(HOUR), Pause.NONE),
    new Pace.UntilProven(1, 0.95, 5_000),
    new Pace.UntilProven(2, 0.95, 5_000),
    new Pace.UntilProven(1, 0.951, 5_000),
    new Pace.UntilProven(1, 0.95, 5_001),
    new Pace.Constant(50, MINUTE),
    new Pace.Constant(50.5, MINUTE),
    new Pace.Constant(50, HOUR),
    new Pace.Steps(10, 20, 5, MINUTE),
    new Pace.Steps(11, 20, 5, MINUTE),
    new Pace.Steps(10, 21, 5, MINUTE),
    new Pace.Steps(10, 20, 6, MINUTE),
    new Pace.Steps(10, 20, 5, HOUR),
    new Pace.Peak(10, 50, MINUTE, MINUTE, MINUTE),
    new Pace.Peak(11, 50, MINUTE, MINUTE, MINUTE),
    new Pace.Peak(10, 51, MINUTE, MINUTE, MINUTE),
    new Pace.Peak(10, 50, HOUR, MINUTE, MINUTE),
    new Pace.Peak(10, 50, MINUTE, HOUR, MINUTE),
    new Pace.Peak(10, 50, MINUTE, MINUTE, HOUR),
    new Pace.Search(10, 1_000, MINUTE),
    new Pace.Search(11, 1_000, MINUTE),
    new Pace.Search(10, 1_001, MINUTE),
    new Pace.Search(10, 1_000, HOUR),
    new Pace.Pairs(1, 1_000),
    new Pace.Pairs(2, 1_000),
    new Pace.Pairs(1, 1_001),
  };

  @Test
  void theDemandTellsAnyTwoPacesApart() {
    assertThat(Stream.of(PACES).map(pace -> load(pace, 50).demand())).doesNotHaveDuplicates();
  }

  /** Whoever changes these words ends the series of every history that there is. */
  @Test
  void theDemandIsAFormat() {
    assertThat(Stream.of(0, 3, 5, 9, 12, 17, 23, 27).map(i -> load(PACES[i], 50).demand()))
        .containsExactly(
            "closed model, 2 users, 20 requests per endpoint",
            "closed model, 2 users for 1m",
            "closed model, 1 user, as many requests as prove all limits at 95 %, up to 5,000 per endpoint",
            "open model, 50 arrivals/s for 1m",
            "open model, 10 arrivals/s, 20 more in each of 5 steps of 1m",
            "open model, 10 arrivals/s for 1m, 50 in a peak of 1m, 10 for 1m",
            "open model, a search from 10 up to 1000 arrivals/s, each rate for 1m or more",
            "closed model, 1 user, 1,000 pairs of requests per endpoint");
  }

  @Test
  void theDemandIsTheSameAfterAnyWarmUp() {
    assertThat(load(PACES[0], 0).demand())
        .isEqualTo(load(PACES[0], 50).demand())
        .isEqualTo("closed model, 2 users, 20 requests per endpoint");
    assertThat(load(PACES[0], 0).description())
        .isNotEqualTo(load(PACES[0], 50).description())
        .startsWith(load(PACES[0], 0).demand());
  }

  private static Load load(Pace pace, int warmup) {
    return new Load(Shape.PROBE, pace, warmup, MINUTE);
  }
}

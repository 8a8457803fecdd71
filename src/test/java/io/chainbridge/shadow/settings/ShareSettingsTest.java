package io.chainbridge.shadow.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ShareSettingsTest {
  /** Of settings like {@code shard=2/4 concurrency=4}. */
  private static Settings read(Shape shape, String settings) {
    Map<String, String> properties = new HashMap<>();
    Arrays.stream(settings.split(" "))
        .map(setting -> setting.split("=", 2))
        .forEach(setting -> properties.put(setting[0], setting[1]));
    return Settings.read(shape, properties, Map.of());
  }

  @Property(tries = 500)
  void theSharesOfANumberAreDisjointAndMakeUpAllOfIt(
      @ForAll @LongRange(min = 0, max = 1_000_000_000_000L) long total,
      @ForAll @IntRange(min = 1, max = 200) int of) {
    long[] shares =
        IntStream.rangeClosed(1, of)
            .mapToLong(
                number -> {
                  Shard shard = new Shard(number, of);
                  assertThat(shard.before(total) + shard.share(total))
                      .isEqualTo(number == of ? total : new Shard(number + 1, of).before(total));
                  return shard.share(total);
                })
            .toArray();
    assertThat(LongStream.of(shares).sum()).isEqualTo(total);
    assertThat(LongStream.of(shares).max().getAsLong() - LongStream.of(shares).min().getAsLong())
        .isLessThanOrEqualTo(1);
  }

  @Test
  void shardAndRegionAreWhatIsMade() {
    Settings settings = read(Shape.PROBE, "shard=2/4 region=eu-west concurrency=4");
    assertThat(settings.share())
        .isEqualTo(new Share(Optional.of("eu-west"), Optional.of(new Shard(2, 4))));
    assertThat(settings.share()).hasToString("shard 2/4 of eu-west");
    assertThat(settings.startAt()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"5/4", "0/4", "-1/4", "2", "2/", "/4", "2/4/8", "a/b", "1/10001", "2 / 4"})
  void whatIsNoShardIsRefused(String shard) {
    assertThatThrownBy(() -> Settings.read(Shape.PROBE, Map.of("shard", shard), Map.of()))
        .hasMessage(
            "-Dshard=%s: must be a part of the load, such as 2/4 for the second of four, of 10000 at most; for example -Dshard=2/4"
                .formatted(shard));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          PROBE  | shard=1/4 | -Dshard=1/4: would leave shards without a user: concurrency is 1 and iterations are 20, which must be 4 at least
          LOAD   | shard=1/11 | -Dshard=1/11: would leave shards without a user: concurrency is 10, which must be 11 at least
          LOAD   | shard=1/100 rate=1 duration=10s | -Dshard=1/100: would leave shards without an arrival, of which there are 10 in all; let more arrive, or for longer
          STRESS | shard=1/4000 steps=1 stepDuration=1s | -Dshard=1/4000: would leave shards without an arrival, of which there are 10 in all; let more arrive, or for longer
          SPIKE  | shard=1/10000 peakRate=11 | -Dshard=1/10000: would leave shards without an arrival, of which there are 1010 in all; let more arrive, or for longer
          LOAD   | shard=1/2 pushgateway=http://127.0.0.1:9091 | -Dshard and -Dpushgateway contradict each other: a shard's figures are no run's, and merge pushes none; leave out one of the two
          PROBE  | shard=1/1 confidence=0.95 | -Dshard and -Dconfidence contradict each other: a proof looks at all requests as they come, which no part of a load does; leave out one of the two
          PROBE  | region=eu confidence=0.95 | -Dregion and -Dconfidence contradict each other: a proof looks at all requests as they come, which no part of a load does; leave out one of the two
          STRESS | shard=1/2 stopEarly=true | -Dshard and -DstopEarly contradict each other: no part of a load knows when the verdict is certain; leave out one of the two
          PROBE  | region=eu/west | -Dregion=eu/west: must be a name of 1 to 64 letters, digits, dots, dashes and underscores, a letter or digit first; for example -Dregion=eu-west
          """)
  void whatMakesNoSenseIsRefused(Shape shape, String settings, String message) {
    assertThatThrownBy(() -> read(shape, settings)).hasMessage(message);
  }

  @ParameterizedTest
  @CsvSource({
    "CAPACITY, shard=1/2",
    "COMPARE, shard=1/2",
    "SPIKE, region=eu",
    "COMPARE, region=eu"
  })
  void aLoadThatCannotBeMadeInPartsSaysWhichCan(Shape shape, String setting) {
    assertThatThrownBy(() -> read(shape, setting))
        .hasMessageStartingWith(
            "-D%s: is for Probe, Load, ".formatted(setting.substring(0, setting.indexOf('='))));
  }

  @Test
  void aShardNeverStopsEarlyByItself() {
    assertThat(read(Shape.STRESS, "steps=2").stopEarly()).isTrue();
    assertThat(read(Shape.STRESS, "shard=1/2").stopEarly()).isFalse();
  }

  @Test
  void aStartThatIsNoTimeIsRefusedWithAnExampleThatWorks() {
    assertThatThrownBy(() -> read(Shape.PROBE, "startAt=noon"))
        .hasMessageMatching(
            "-DstartAt=noon: must be a time in UTC, at most 24h ahead; for example -DstartAt=\\S+Z")
        .satisfies(
            refused -> {
              String message = refused.getMessage();
              String example = message.substring(message.lastIndexOf("startAt="));
              assertThat(read(Shape.PROBE, example).startAt()).isPresent();
            });
  }

  @Test
  void aStartThatIsOverOrFarAwayIsRefused() {
    assertThatThrownBy(() -> read(Shape.PROBE, "startAt=2020-01-01T00:00:00Z"))
        .hasMessageMatching(
            "-DstartAt=2020-01-01T00:00:00Z: lies in the past; it is \\S+Z here now");
    Instant far = Instant.now().plus(Duration.ofHours(25));
    assertThatThrownBy(() -> read(Shape.PROBE, "startAt=" + far))
        .hasMessageMatching("-DstartAt=\\S+: is more than 24h ahead; it is \\S+Z here now");
  }
}

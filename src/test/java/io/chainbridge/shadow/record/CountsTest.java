package io.chainbridge.shadow.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.LongStream;
import java.util.zip.DeflaterOutputStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CountsTest {
  private static Histogram histogram(int digits, List<Long> values, long count) {
    Histogram histogram = new Histogram(digits);
    values.forEach(value -> histogram.recordValueWithCount(value, count));
    return histogram;
  }

  @Property(tries = 300)
  void readsWhatTheLibraryWrites(
      @ForAll @IntRange(min = 1, max = 4) int digits,
      @ForAll @Size(max = 200) List<@LongRange(min = 0, max = Long.MAX_VALUE / 2) Long> values,
      @ForAll @LongRange(min = 1, max = 1_000_000_000) long count) {
    Histogram histogram = histogram(digits, values, count);
    Counts counts = Counts.read(Counts.write(histogram));
    assertThat(counts.histogram()).isEqualTo(histogram);
    assertThat(counts.total()).isEqualTo(histogram.getTotalCount());
  }

  @Property(tries = 200)
  void addsLikeTheLibrary(
      @ForAll @Size(max = 100) List<@LongRange(min = 0, max = 100_000) Long> some,
      @ForAll @Size(max = 100) List<@LongRange(min = 0, max = 100_000) Long> others) {
    Histogram both = histogram(3, some, 2);
    both.add(histogram(3, others, 3));
    Counts.Sum sum = new Counts.Sum();
    sum.add(Counts.read(Counts.write(histogram(3, some, 2))));
    sum.add(Counts.read(Counts.write(histogram(3, others, 3))));
    assertThat(sum.counts(3).histogram()).isEqualTo(both);
  }

  /** A record has at most {@link JsonFigures#MOST}; their sum may have more. */
  @Test
  void asManyAsTenThousandRecordsCanHaveAreAdded() {
    Counts most = Counts.read(Counts.write(histogram(3, List.of(2L, 90L), JsonFigures.MOST / 2)));
    Counts.Sum sum = new Counts.Sum();
    for (int i = 0; i < 10_000; i++) {
      sum.add(most);
    }
    Histogram all = histogram(3, List.of(2L, 90L), 10_000 * (JsonFigures.MOST / 2));
    assertThat(sum.counts(3).histogram()).isEqualTo(all);
    assertThat(sum.counts(3).total()).isEqualTo(all.getTotalCount());
  }

  @ParameterizedTest
  @ValueSource(longs = {JsonFigures.MOST / 2 + 1, JsonFigures.MOST + 1, Long.MAX_VALUE / 2})
  void moreThanARecordCanHaveIsRefused(long count) {
    String text = Counts.write(histogram(3, List.of(2L, 90L), count));
    assertThatThrownBy(() -> Counts.read(text))
        .hasMessage("no HdrHistogram: more counts than there can be");
  }

  @Property(tries = 500)
  void whatIsDamagedIsRefusedOrReadButNeverAnythingElse(
      @ForAll @IntRange(min = 0, max = 200) int at, @ForAll byte other) {
    byte[] bytes = bytes();
    bytes[at % bytes.length] = other;
    try {
      Counts.read(Base64.getEncoder().encodeToString(bytes)).histogram();
    } catch (IllegalArgumentException e) {
      assertThat(e).hasMessageStartingWith("no HdrHistogram: ");
    }
  }

  /** Behind the checksum of what is compressed. */
  @Property(tries = 2_000)
  void soAreNumbersThatAreNone(@ForAll @Size(max = 40) byte[] numbers) throws IOException {
    ByteBuffer inflated = ByteBuffer.allocate(40 + numbers.length);
    inflated.putInt(0x1c849313).putInt(numbers.length).putInt(0).putInt(3);
    inflated.putLong(1).putLong(Long.MAX_VALUE).putDouble(1).put(numbers);
    ByteArrayOutputStream deflated = new ByteArrayOutputStream();
    try (OutputStream deflater = new DeflaterOutputStream(deflated)) {
      deflater.write(inflated.array());
    }
    ByteBuffer compressed = ByteBuffer.allocate(8 + deflated.size());
    compressed.putInt(0x1c849314).putInt(deflated.size()).put(deflated.toByteArray());
    String text = Base64.getEncoder().encodeToString(compressed.array());
    try {
      Counts read = Counts.read(text);
      assertThat(read.histogram().getTotalCount()).isEqualTo(read.total());
      Counts.Sum sum = new Counts.Sum();
      sum.add(read);
      assertThat(sum.counts(3).histogram()).isEqualTo(read.histogram());
    } catch (IllegalArgumentException e) {
      assertThat(e).hasMessageStartingWith("no HdrHistogram: ");
    }
  }

  @Property(tries = 100)
  void whatIsCutOffIsRefused(@ForAll @IntRange(min = 0, max = 200) int length) {
    byte[] bytes = bytes();
    byte[] cut = Arrays.copyOf(bytes, length % bytes.length);
    assertThatThrownBy(() -> Counts.read(Base64.getEncoder().encodeToString(cut)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("no HdrHistogram: ");
  }

  private static byte[] bytes() {
    return Base64.getDecoder()
        .decode(Counts.write(histogram(3, List.of(1L, 5L, 70L, 900L, 12_000L), 7)));
  }

  /** In threads that have read none before, with ever more to read. */
  @ParameterizedTest
  @ValueSource(ints = {1_000, 3_000, 5_000, 10_000, 100_000})
  void manyDifferentValuesAreReadAsWell(int values) throws InterruptedException {
    Histogram histogram =
        histogram(4, LongStream.range(0, values).map(i -> 2 * i).boxed().toList(), 200);
    AtomicReference<Histogram> read = new AtomicReference<>();
    Thread reader = new Thread(() -> read.set(Counts.read(Counts.write(histogram)).histogram()));
    reader.start();
    reader.join();
    assertThat(read.get()).isEqualTo(histogram);
  }

  @Test
  void histogramsOfDifferentPrecisionAreNotAdded() {
    Counts.Sum sum = new Counts.Sum();
    sum.add(Counts.read(Counts.write(histogram(3, List.of(1L), 1))));
    Counts other = Counts.read(Counts.write(histogram(4, List.of(1L), 1)));
    assertThatThrownBy(() -> sum.add(other)).hasMessage("histograms of different precision");
  }
}

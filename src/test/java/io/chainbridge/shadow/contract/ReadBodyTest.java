package io.chainbridge.shadow.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.CRC32C;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReadBodyTest {
  private static final byte[] NOTHING = {};

  @ParameterizedTest
  @ValueSource(
      ints = {0, 1, 300, ReadBody.SHARED - 1, ReadBody.SHARED, ReadBody.SHARED + 1, 1_000_000})
  void readsAllOfAnyLengthWhateverWasReadBefore(int length) {
    ReadBody.of(new ByteArrayInputStream(random(2_000_000, 1)), NOTHING);
    isRead(random(length, 2), NOTHING);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 4_095, 4_096, 4_097, 20_000, ReadBody.SHARED})
  void whatIsExpectedIsNotCopied(int length) {
    byte[] expected = random(length, 2);
    assertThat(isRead(expected.clone(), expected).array()).isSameAs(expected);
  }

  @Property
  void whatIsNearlyAsExpectedIsReadAsItIs(
      @ForAll @IntRange(min = 1, max = 20_000) int length,
      @ForAll @IntRange(max = 20_000) int place) {
    byte[] expected = random(length, 2);
    byte[] another = expected.clone();
    another[place % length]++;
    isRead(another, expected);
    isRead(Arrays.copyOf(expected, place % length), expected);
    isRead(Arrays.copyOf(expected, length + 1 + place), expected);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 4_096, 4_097, 1_000_000})
  void whatIsExpectedMayGoOn(int more) {
    byte[] expected = random(ReadBody.SHARED, 2);
    isRead(Arrays.copyOf(expected, ReadBody.SHARED + more), expected);
  }

  private static ReadBody isRead(byte[] bytes, byte[] expected) {
    ReadBody body = ReadBody.of(new ByteArrayInputStream(bytes), expected);
    CRC32C checksum = new CRC32C();
    checksum.update(bytes);
    assertThat(body.length()).isEqualTo(bytes.length);
    assertThat(body.copy()).isEqualTo(bytes);
    assertThat(body.hasBytes(bytes)).isTrue();
    assertThat(body.hasBytes(Arrays.copyOf(bytes, bytes.length + 1))).isFalse();
    assertThat(body.checksum()).isEqualTo(checksum.getValue());
    return body;
  }

  private static byte[] random(int length, long seed) {
    byte[] bytes = new byte[length];
    new Random(seed).nextBytes(bytes);
    return bytes;
  }
}

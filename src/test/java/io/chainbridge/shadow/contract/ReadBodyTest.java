package io.chainbridge.shadow.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.util.Random;
import java.util.zip.CRC32C;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReadBodyTest {
  @ParameterizedTest
  @ValueSource(
      ints = {0, 1, 300, ReadBody.SHARED - 1, ReadBody.SHARED, ReadBody.SHARED + 1, 1_000_000})
  void readsAllOfAnyLengthWhateverWasReadBefore(int length) {
    ReadBody.of(new ByteArrayInputStream(random(2_000_000, 1)));
    byte[] bytes = random(length, 2);
    CRC32C checksum = new CRC32C();
    checksum.update(bytes);

    ReadBody body = ReadBody.of(new ByteArrayInputStream(bytes));

    assertThat(body.length()).isEqualTo(length);
    assertThat(body.copy()).isEqualTo(bytes);
    assertThat(body.hasBytes(bytes)).isTrue();
    assertThat(body.hasBytes(random(length + 1, 2))).isFalse();
    assertThat(body.checksum()).isEqualTo(checksum.getValue());
  }

  private static byte[] random(int length, long seed) {
    byte[] bytes = new byte[length];
    new Random(seed).nextBytes(bytes);
    return bytes;
  }
}

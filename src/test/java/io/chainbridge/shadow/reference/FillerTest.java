package io.chainbridge.shadow.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FillerTest {

  private static final byte[] OBJECT = "{\"a\":1}".getBytes(StandardCharsets.UTF_8);

  @ParameterizedTest(name = "to {0} bytes gives {1}")
  @CsvSource({"0, 7", "7, 7", "8, 19", "19, 19", "20, 20", "1024, 1024"})
  void anObjectIsFilledToASize(int size, int filled) {
    assertThat(Filler.fill(OBJECT, size)).hasSize(filled);
  }

  @Test
  void aFilledObjectIsStillJson() {
    assertThat(new Json(true).read(Filler.fill(OBJECT, 22)))
        .isEqualTo(
            new Json(true).read("{\"a\":1,\"filler\":\"xxx\"}".getBytes(StandardCharsets.UTF_8)));
  }
}

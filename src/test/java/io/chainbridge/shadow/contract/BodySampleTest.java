package io.chainbridge.shadow.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BodySampleTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"id\": 1, \"delta\": \"x\"} | {\"id\": 1, \"delta\": \"x\"}",
        "{\"password\": \"pa55\", \"id\": 1} | {\"password\": \"***\", \"id\": 1}",
        "{\"api_key\" : 12345} | {\"api_key\" : \"***\"}",
        "{\"accessToken\":\"a\\\"b\",\"id\":1} | {\"accessToken\":\"***\",\"id\":1}",
        "{\"Set-Cookie\": \"cut of | {\"Set-Cookie\": \"***\"",
        "Authorization: Bearer abc.def | Authorization: Bearer ***"
      })
  void whatLooksLikeASecretIsMasked(String body, String sample) {
    assertThat(BodySample.of(body.getBytes(StandardCharsets.UTF_8))).isEqualTo(sample);
  }

  @Test
  void aLongBodyIsCutAfterMasking() {
    String body = "x".repeat(BodySample.LONGEST - 20) + "\"token\": \"" + "s".repeat(5_000) + "\"";
    assertThat(BodySample.of(body.getBytes(StandardCharsets.UTF_8)))
        .hasSizeLessThanOrEqualTo(BodySample.LONGEST)
        .endsWith("\"token\": \"***\"");
  }

  @Property
  void noBodyMakesItFail(@ForAll byte[] body) {
    assertThat(BodySample.of(body)).hasSizeLessThanOrEqualTo(BodySample.LONGEST);
  }
}

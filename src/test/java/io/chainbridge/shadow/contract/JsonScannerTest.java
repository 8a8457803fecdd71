package io.chainbridge.shadow.contract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.ByteArrayInputStream;
import java.util.Collections;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is JSON for the parser is JSON when it is scanned, where nothing is asked of it. */
class JsonScannerTest {
  /** Else more would be left to the library than has to be. */
  @Property(tries = 10_000, edgeCases = EdgeCasesMode.NONE)
  void whatIsAsciiIsCertainlyJsonIfItIsJson(@ForAll("bodies") String body) {
    byte[] bytes = body.getBytes(UTF_8);

    assertThat(isCertain(StreamingSchema.OF_ANYTHING, bytes))
        .as(body)
        .isEqualTo(bytes.length == body.length() && isJson(bytes));
  }

  private static boolean isJson(byte[] body) {
    try {
      JsonBody.parse(body);
      return true;
    } catch (JsonBody.NotJsonException e) {
      return false;
    }
  }

  @Provide
  Arbitrary<String> bodies() {
    return BodyTexts.damaged();
  }

  private static boolean isCertain(StreamingSchema schema, byte[] body) {
    return schema.isCertainlyKeptBy(ReadBody.of(new ByteArrayInputStream(body), new byte[0]));
  }

  /** A string is read eight bytes at a time. */
  @ParameterizedTest
  @ValueSource(strings = {"\"", "\\", "\n", "\u001f", "\u0000", "\u007f", "é", "\\n", "\\u0041"})
  void aStringEndsWhereTheLibrarySeesItsEnd(String special) {
    for (int before = 0; before <= 2 * Long.BYTES; before++) {
      for (int after = 0; after <= 2 * Long.BYTES; after++) {
        String body = "\"%s%s%s\"".formatted("!".repeat(before), special, "~".repeat(after));
        whatIsAsciiIsCertainlyJsonIfItIsJson(body);
        whatIsAsciiIsCertainlyJsonIfItIsJson(body + " ".repeat(Long.BYTES));
      }
    }
  }

  @Test
  void whatIsBeyondTheBoundsOfABodyIsNotCertain() {
    String longNumber = "1".repeat(2_000);

    assertThat(isCertainlyJson(arrays(200))).isTrue();
    assertThat(isCertainlyJson(arrays(201))).isFalse();
    assertThat(isCertainlyJson("{\"a\": ".repeat(200) + "1" + "}".repeat(200))).isTrue();
    assertThat(isCertainlyJson("{\"a\": ".repeat(201) + "1" + "}".repeat(201))).isFalse();
    assertThat(isCertainlyJson("[%s]".formatted(String.join(",", Collections.nCopies(300, "[]")))))
        .isTrue();
    assertThat(isCertainlyJson(longNumber)).isFalse();
    assertThat(isCertainlyJson("0." + longNumber)).isFalse();
    assertThat(isCertainlyJson("{\"%s\": 1}".formatted("n".repeat(60_000)))).isFalse();
    assertThat(isCertainlyJson("{\"a\": %s 1}".formatted(" ".repeat(60_000)))).isFalse();
  }

  private static String arrays(int depth) {
    return "[".repeat(depth) + "]".repeat(depth);
  }

  /** Whether it is, with no body before it; then the parser says so as well. */
  private static boolean isCertainlyJson(String body) {
    byte[] bytes = body.getBytes(UTF_8);
    StreamingSchema schema =
        StreamingSchema.of(JsonNodeFactory.instance.objectNode()).orElseThrow();
    boolean certain = isCertain(schema, bytes);
    if (certain) {
      assertThat(isJson(bytes)).isTrue();
    }
    return certain;
  }
}

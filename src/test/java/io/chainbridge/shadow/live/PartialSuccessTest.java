package io.chainbridge.shadow.live;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import com.google.protobuf.UnknownFieldSet;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsPartialSuccess;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceResponse;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Against what the published protocol makes of it. */
class PartialSuccessTest {

  @ParameterizedTest
  @ValueSource(longs = {1, 127, 128, 300, 1_000_000, Long.MAX_VALUE})
  void saysHowManyWereRejected(long rejected) {
    assertThat(PartialSuccess.rejected(answer(rejected, "too old").toByteArray()))
        .isEqualTo(rejected);
  }

  @Test
  void aMessageAloneRejectsNothing() {
    assertThat(PartialSuccess.rejected(answer(0, "please upgrade").toByteArray())).isZero();
    assertThat(PartialSuccess.rejected(new byte[0])).isZero();
  }

  @Test
  void fieldsOfAnyTypeThatNobodyKnowsYetDoNotMatter() {
    UnknownFieldSet unknown =
        UnknownFieldSet.newBuilder()
            .addField(
                9,
                UnknownFieldSet.Field.newBuilder()
                    .addVarint(-1)
                    .addFixed32(8)
                    .addFixed64(8)
                    .addLengthDelimited(ByteString.copyFromUtf8("10"))
                    .build())
            .build();
    byte[] last = answer(5, "").toByteArray();
    byte[] first = unknown.toByteArray();
    byte[] both = Arrays.copyOf(first, first.length + last.length);
    System.arraycopy(last, 0, both, first.length, last.length);
    assertThat(PartialSuccess.rejected(both)).isEqualTo(5);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "OK", "<html>", "null", "\n", "\n\u007f"})
  void anAnswerThatIsSomethingElseRejectsNothing(String answer) {
    assertThat(PartialSuccess.rejected(answer.getBytes(UTF_8))).isZero();
  }

  @Test
  void whatIsCutOffAnywhereDoesNoHarm() {
    byte[] whole = answer(300, "too old").toByteArray();
    IntStream.range(0, whole.length)
        .forEach(
            length ->
                assertThat(PartialSuccess.rejected(Arrays.copyOf(whole, length))).isIn(0L, 300L));
  }

  @Test
  void anyBytesAreReadToAnEnd() {
    Random random = new Random(1);
    for (int i = 0; i < 100_000; i++) {
      byte[] bytes = new byte[random.nextInt(24)];
      random.nextBytes(bytes);
      if (bytes.length > 0) {
        bytes[0] = 10;
      }
      PartialSuccess.rejected(bytes);
    }
  }

  private static ExportMetricsServiceResponse answer(long rejected, String message) {
    return ExportMetricsServiceResponse.newBuilder()
        .setPartialSuccess(
            ExportMetricsPartialSuccess.newBuilder()
                .setErrorMessage(message)
                .setRejectedDataPoints(rejected))
        .build();
  }
}

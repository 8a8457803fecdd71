package io.chainbridge.shadow.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.chainbridge.shadow.budget.OnInconclusive;
import io.chainbridge.shadow.trend.PastRun;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class StoredVerdictTest {

  static Stream<ReportSample> samples() {
    return Stream.concat(
        Stream.of(
            ReportSample.green(),
            ReportSample.red(),
            ReportSample.hostile(),
            ReportSample.interrupted(),
            ReportSample.unreachable(),
            ReportSample.inconclusive(OnInconclusive.FAIL)),
        Arrays.stream(ShapeSample.values()).map(ShapeSample::sample));
  }

  /** What is kept of a run, and hence all that is told of it, needs no evidence. */
  @ParameterizedTest
  @MethodSource("samples")
  void saysOfARunWhatTheVerdictSaid(ReportSample sample) {
    StoredVerdict stored = StoredVerdict.read(VerdictJson.write(sample.run(), sample.verdict()));
    assertThat(stored.reasons()).isEqualTo(Sentences.of(sample.run(), sample.verdict()));
    assertThat(stored.verdict().passed()).isEqualTo(sample.verdict().passed());
    assertThat(PastRun.of(sample.run(), stored.verdict()))
        .isEqualTo(PastRun.of(sample.run(), sample.verdict()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "[]",
        "{\"schema_version\": 2}",
        "{\"schema_version\": 1}",
        "{\"schema_version\": 1, \"verdict\": \"good\", \"reasons\": [], \"outcomes\": []}",
        "{\"schema_version\": 1, \"verdict\": \"passed\", \"reasons\": [], \"outcomes\": [{}]}"
      })
  void refusesWhatIsNone(String text) {
    assertThatIllegalArgumentException().isThrownBy(() -> StoredVerdict.read(text));
  }

  @Test
  void saysWhichVersionItReads() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> StoredVerdict.read("{\"schema_version\": 2}"))
        .withMessage("schema_version: found 2, this reads 1");
  }
}

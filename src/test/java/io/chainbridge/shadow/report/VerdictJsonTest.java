package io.chainbridge.shadow.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.chainbridge.shadow.Golden;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class VerdictJsonTest {

  @Test
  void aRedRunIsWrittenWithItsEvidence() {
    ReportSample sample = ReportSample.red();
    new Golden("verdict-red.json")
        .assertIs(VerdictJson.write(sample.run(), sample.verdict()), VerdictJsonTest::rounded);
  }

  @ParameterizedTest
  @EnumSource
  void theFindingsAreWrittenWithTheirFigures(ShapeSample sample) throws IOException {
    JsonNode verdict = read(sample.sample());
    ((ObjectNode) verdict).remove("outcomes");
    verdict.path("findings").forEach(finding -> ((ObjectNode) finding).remove("tried"));
    new Golden("verdict/%s.json".formatted(sample.key())).assertIs(verdict.toPrettyString() + "\n");
  }

  @Test
  void anOutcomeNamesThePhaseThatItIsAbout() throws IOException {
    JsonNode outcomes = read(ShapeSample.SPIKE_PASSED.sample()).path("outcomes");
    assertThat(outcomes.findValuesAsText("phase"))
        .containsOnly("before", "peak", "after")
        .hasSize(outcomes.size() - 1);
  }

  @Test
  void theTriesOfASearchAreEvidence() throws IOException {
    JsonNode verdict = read(ShapeSample.CAPACITY_PASSED.sample());
    assertThat(verdict.path("outcomes")).hasSize(1);
    assertThat(verdict.at("/findings/0/tried")).hasSize(60);
    assertThat(verdict.at("/findings/0/tried/0/phase").asText()).isEqualTo("50 rps");
  }

  @Test
  void aSampledContractSaysWhatShareWasChecked() throws IOException {
    assertThat(read(ShapeSample.LOAD_PASSED.sample()).at("/outcomes/4/evidence").toString())
        .isEqualTo(
            "{\"answers\":6000,\"checked\":146,\"share\":0.024333333333333332,\"violation\":null}");
  }

  /** The last digits of a bound are a matter of the JVM's logarithm. */
  private static String rounded(String json) {
    return json.replaceAll("(\"bound\" : 0\\.\\d{6})\\d*", "$1");
  }

  @Test
  void aGreenRunHasNoReasons() throws IOException {
    JsonNode verdict = read(ReportSample.green());
    assertThat(verdict.path("schema_version").asInt()).isEqualTo(1);
    assertThat(verdict.path("verdict").asText()).isEqualTo("passed");
    assertThat(verdict.path("reasons")).isEmpty();
    assertThat(verdict.path("outcomes")).hasSize(10);
    assertThat(verdict.path("outcomes"))
        .allSatisfy(
            outcome -> {
              assertThat(outcome.fieldNames())
                  .toIterable()
                  .containsExactly(
                      "endpoint", "limit", "budget", "measured", "outcome", "evidence");
              assertThat(outcome.path("outcome").asText()).isEqualTo("met");
            });
  }

  @Test
  void wholeNumbersAreWrittenAsTheBudgetFileHasThem() {
    ReportSample sample = ReportSample.green();
    assertThat(VerdictJson.write(sample.run(), sample.verdict()))
        .contains("\"budget\" : 75,")
        .contains("\"measured\" : 12,")
        .contains("\"budget\" : 0.05,");
  }

  @Test
  void whateverTheServiceSaysItIsJson() throws IOException {
    assertThat(read(ReportSample.hostile()).path("run_id").asText())
        .isEqualTo(ReportSample.HOSTILE);
  }

  private static JsonNode read(ReportSample sample) throws IOException {
    return new ObjectMapper().readTree(VerdictJson.write(sample.run(), sample.verdict()));
  }
}

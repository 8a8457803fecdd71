package io.chainbridge.shadow.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.chainbridge.shadow.Golden;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class VerdictJsonTest {

  @Test
  void aRedRunIsWrittenWithItsEvidence() {
    ReportSample sample = ReportSample.red();
    new Golden("verdict-red.json")
        .assertIs(VerdictJson.write(sample.run(), sample.verdict()), VerdictJsonTest::rounded);
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

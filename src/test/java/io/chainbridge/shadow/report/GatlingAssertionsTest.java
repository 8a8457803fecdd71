package io.chainbridge.shadow.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class GatlingAssertionsTest {

  @Test
  void namesTheRun() throws IOException {
    JsonNode json = json(ReportSample.green());
    assertThat(json.fieldNames())
        .toIterable()
        .containsExactly(
            "simulation", "simulationId", "start", "description", "scenarios", "assertions");
    assertThat(json.path("simulation").asText()).isEqualTo("ProbeSimulation");
    assertThat(json.path("simulationId").asText()).isEqualTo("probesimulation");
    assertThat(json.path("start").asLong()).isEqualTo(1_767_225_600_500L);
    assertThat(json.at("/scenarios/0").asText()).isEqualTo("Probe");
  }

  @Test
  void saysOfEachLimitWhatTheVerdictSays() throws IOException {
    JsonNode assertions = json(ReportSample.red()).path("assertions");
    assertThat(assertions).hasSize(15);
    assertThat(assertions.get(0).toString())
        .isEqualTo(
            "{\"path\":\"stats\",\"target\":\"95th percentile of response time\","
                + "\"condition\":\"is less than\",\"expectedValues\":[75.0],\"result\":false,"
                + "\"message\":\"stats: 95th percentile of response time is less than 75.0\","
                + "\"actualValue\":[89.0]}");
    assertThat(assertions.get(3).path("message").asText())
        .isEqualTo("stats: percentage of failed events is less than 5.0");
    assertThat(assertions.get(4).path("message").asText())
        .isEqualTo("stats: number of answers that break the contract is 0.0");
    assertThat(assertions.get(10).at("/actualValue/0").asDouble()).isEqualTo(-1);
    assertThat(assertions.get(10).path("result").asBoolean()).isFalse();
  }

  @Test
  void nameThePhaseAsAGroup() throws IOException {
    assertThat(json(ShapeSample.STRESS_BREACHED.sample()).at("/assertions/0/message").asText())
        .isEqualTo("step 1 / stats: 95th percentile of response time is less than 75.0");
    assertThat(json(ShapeSample.CAPACITY_PASSED.sample()).at("/assertions/0/message").asText())
        .isEqualTo(
            "Global: requests per second that meet the budgets is greater than or equal to 50.0");
    assertThat(json(ShapeSample.SOAK_PASSED.sample()).at("/assertions/10/message").asText())
        .isEqualTo("stats: percentage of leak-like growth of response time is less than 20.0");
  }

  @Test
  void standInXmlAsWell() {
    ReportSample sample = ReportSample.red();
    assertThat(GatlingAssertions.xml(sample.run(), sample.verdict()))
        .contains(
            "<testsuite name=\"ProbeSimulation\" tests=\"15\" errors=\"0\" failures=\"9\"",
            "<failure type=\"stats: 95th percentile of response time is less than 75.0\">"
                + "Actual value: 89.0</failure>");
  }

  private static JsonNode json(ReportSample sample) throws IOException {
    return new ObjectMapper().readTree(GatlingAssertions.json(sample.run(), sample.verdict()));
  }
}

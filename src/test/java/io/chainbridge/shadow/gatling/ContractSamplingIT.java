package io.chainbridge.shadow.gatling;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/** A service so fast that not every body can be checked, a fiftieth of whose answers are wrong. */
@Isolated("the service must be faster than the checks")
class ContractSamplingIT {
  private static final int KILOBYTES = 100;

  @TempDir Path folder;

  private Target target;

  @BeforeEach
  void startTarget() {
    target =
        Target.start()
            .on(
                "/events",
                numbered(Bodies.events(KILOBYTES))
                    .but(numbered("{\"events\": []}" + " ".repeat(KILOBYTES * 1024)), 1, 50));
  }

  /** No two alike, so that none is known to keep its contract. */
  private static Answer numbered(String json) {
    return (exchange, number) ->
        Answer.body("application/json", (json + " ".repeat(number % 5_000)).getBytes(UTF_8))
            .to(exchange, number);
  }

  @AfterEach
  void stopTarget() {
    target.close();
  }

  private GateRun gate() {
    return GateRun.in(folder)
        .against(target)
        .withBudget(new Budget().limit("max_response_size_kb", 1_000).endpoint("events", "events"))
        .with("gatlingReport", false);
  }

  @Test
  void aSampleFindsThatTheContractIsBrokenThoughOtherwiseAllIsWell() {
    GateResult result =
        gate().simulation("Load").with("duration", "4s").with("concurrency", 8).run();

    assertThat(result.exitCode()).as(result::console).isEqualTo(2);
    assertThat(result.status()).isEqualTo("breached");
    assertThat(result.notMet("events")).containsExactly("contract breached");
    JsonNode events = result.endpoint("events");
    int answers = events.path("requests").asInt();
    assertThat(answers).as("answers in 4 s").isGreaterThan(4 * ContractSampling.BUSY);
    assertThat(events.path("contract_checks").asInt())
        .isBetween(ContractSampling.BUSY, answers - 1);
    assertThat(events.at("/contract_violations/0/sample").asText()).startsWith("{\"events\": []}");
  }

  @Test
  void aProbeChecksEveryAnswerHoweverFastTheyCome() {
    GateResult result = gate().with("iterations", 1_000).with("concurrency", 8).run();

    assertThat(result.exitCode()).as(result::console).isEqualTo(2);
    assertThat(result.notMet("events")).containsExactly("contract breached");
    JsonNode events = result.endpoint("events");
    assertThat(events.path("contract_checks").asInt()).isEqualTo(1_000);
    assertThat(events.at("/contract_violations/0/count").asInt()).isEqualTo(20);
    assertThat(events.path("failures").asInt()).isEqualTo(20);
  }
}

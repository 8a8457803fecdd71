package io.chainbridge.shadow.gatling;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/**
 * A peak from the third to the fifth second, against a service that is slow until the eighth: it
 * takes 3 s to recover.
 */
@Isolated("the time of a recovery is measured")
class SpikeIT {
  private static final Duration SLOW_FROM = Duration.ofSeconds(3);
  private static final Duration SLOW_UNTIL = Duration.ofSeconds(8);

  private static final int WARM_UPS = 2;

  @TempDir Path folder;
  private final Target target = Target.start();

  @AfterEach
  void closeTarget() {
    target.close();
  }

  @Test
  void aRecoveryThatIsQuickEnoughOpensTheGate() {
    GateResult result = spike("{\"max_recovery_s\": 5, \"peak_limits\": {}}").run();
    double recovery = result.outcome("", "max_recovery_s").path("measured").asDouble();
    assertThat(recovery).as(result.console()).isBetween(2.0, 4.0);
    assertThat(result.status()).as(result.console()).isEqualTo("passed");
  }

  @Test
  void aRecoveryThatIsTooSlowClosesIt() {
    GateResult result = spike("{\"max_recovery_s\": 1, \"peak_limits\": {}}").run();
    assertThat(result.outcome("", "max_recovery_s").path("outcome").asText())
        .as(result.console())
        .isEqualTo("breached");
    assertThat(result.status()).isEqualTo("breached");
  }

  @Test
  void withoutLimitsOfItsOwnThePeakIsJudgedAsWhatComesBeforeAndAfter() {
    GateResult result = spike("{}").run();
    assertThat(result.status()).as(result.console()).isEqualTo("breached");
    assertThat(result.verdict().path("outcomes"))
        .anySatisfy(
            outcome -> {
              assertThat(outcome.path("phase").asText()).isEqualTo("peak");
              assertThat(outcome.path("outcome").asText()).isEqualTo("breached");
            })
        .allSatisfy(
            outcome ->
                assertThat(
                        outcome.path("phase").asText().equals("before")
                            && !outcome.path("outcome").asText().equals("met"))
                    .isFalse());
  }

  private GateRun spike(String shape) {
    target.on("/stats", Answer.json("{}").after(WARM_UPS, SpikeIT::delay));
    return GateRun.in(folder)
        .simulation("Spike")
        .against(target)
        .with("warmup", WARM_UPS)
        .with("rate", 30)
        .with("peakRate", 90)
        .with("beforePeak", "3s")
        .with("peakDuration", "2s")
        .with("afterPeak", "10s")
        .with("gatlingReport", false)
        .withBudget(
            new Budget()
                .limit("p95_latency_ms", 250)
                .limit("p99_latency_ms", 5_000)
                .endpoint("stats")
                .shape("spike", shape));
  }

  private static Duration delay(Duration sinceFirstRequest) {
    boolean slow =
        sinceFirstRequest.compareTo(SLOW_FROM) >= 0 && sinceFirstRequest.compareTo(SLOW_UNTIL) < 0;
    return Duration.ofMillis(slow ? 500 : 1);
  }
}

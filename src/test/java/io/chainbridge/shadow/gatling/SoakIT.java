package io.chainbridge.shadow.gatling;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/** Hours in seconds: a service that leaks becomes slower with each of them. */
@Isolated("the growth of latencies is measured")
class SoakIT {
  private static final int WARM_UPS = 2;

  @TempDir Path folder;
  private final Target target = Target.start();

  @AfterEach
  void closeTarget() {
    target.close();
  }

  @Test
  void aLeakThatGrowsClosesTheGate() {
    GateResult result = soak(since -> Duration.ofMillis(50).plus(since.dividedBy(50))).run();
    assertThat(result.console()).contains("stats: leak-like growth");
    assertThat(result.outcome("stats", "max_drift").path("outcome").asText()).isEqualTo("breached");
    assertThat(result.status()).isEqualTo("breached");
  }

  @Test
  void aServiceThatStaysAsItIsKeepsItOpen() {
    GateResult result = soak(since -> Duration.ofMillis(300)).run();
    assertThat(result.console()).contains("stats: no leak-like growth");
    assertThat(result.status()).as(result.console()).isEqualTo("passed");
  }

  /** Not even Gatling's log grows. */
  @Test
  void leavesNothingThatGrowsWithTheNumberOfRequests() throws IOException {
    soak(since -> Duration.ofMillis(1)).with("duration", "3s").run();
    try (Stream<Path> files = Files.walk(folder.resolve("target/gatling"))) {
      assertThat(files.filter(Files::isRegularFile))
          .allSatisfy(file -> assertThat(file).isEmptyFile());
    }
  }

  private GateRun soak(Function<Duration, Duration> delay) {
    target.on("/stats", Answer.json("{}").after(WARM_UPS, delay));
    return GateRun.in(folder)
        .simulation("Soak")
        .against(target)
        .with("warmup", WARM_UPS)
        .with("rate", 60)
        .with("duration", "12s")
        .withBudget(new Budget().endpoint("stats").shape("soak", "{\"max_drift\": 0.5}"));
  }
}

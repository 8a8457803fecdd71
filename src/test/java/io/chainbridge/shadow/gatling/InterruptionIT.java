package io.chainbridge.shadow.gatling;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Someone stops a run. */
class InterruptionIT {

  @Test
  void whatWasMeasuredIsReportedButNotJudged(@TempDir Path folder) {
    Answer slow = Answer.json("{}").after(Duration.ofMillis(50));
    try (Target target = Target.start().on("/slow", slow);
        RunningGate gate =
            GateRun.in(folder)
                .against(target)
                .with("warmup", 0)
                .with("iterations", 100_000)
                .withBudget(new Budget().endpoint("slow"))
                .start()) {
      target.asked().orTimeout(60, SECONDS).join();
      gate.process().destroy();
      GateResult result = gate.result();

      assertThat(result.exitCode()).as(result::console).isNotIn(0, 2);
      assertThat(result.status()).isEqualTo("interrupted");
      assertThat(result.out()).contains("Verdict: interrupted");
      assertThat(result.run().at("/ending/kind").asText()).isEqualTo("interrupted");
      assertThat(result.endpoint("slow").path("requests").asInt())
          .isEqualTo(target.requests("/slow"))
          .isBetween(1, 10_000);
      for (String file :
          List.of("index.html", "run.json", "verdict.json", "shadow-probe-results.json")) {
        assertThat(result.reports().resolve(file)).isNotEmptyFile();
      }
    }
  }

  /** Long before the load would end by itself. */
  @ParameterizedTest
  @CsvSource({
    "Load, rate, 50",
    "Load, concurrency, 5",
    "Stress, startRate, 50",
    "Capacity, startRate, 50"
  })
  void everyLoadShapeEndsInOrder(
      String simulation, String setting, int value, @TempDir Path folder) {
    Answer slow = Answer.json("{}").after(Duration.ofMillis(50));
    try (Target target = Target.start().on("/slow", slow);
        RunningGate gate =
            GateRun.in(folder)
                .simulation(simulation)
                .against(target)
                .with("warmup", 0)
                .with(setting, value)
                .with("gatlingReport", false)
                .withBudget(new Budget().endpoint("slow"))
                .start()) {
      target.asked().orTimeout(60, SECONDS).join();
      gate.process().destroy();
      GateResult result = gate.result();

      assertThat(result.exitCode()).as(result::console).isNotIn(0, 2);
      assertThat(result.status()).isEqualTo("interrupted");
      assertThat(result.endpoint("slow").path("requests").asInt())
          .isEqualTo(target.requests("/slow"))
          .isBetween(1, 1_000);
      assertThat(result.run().path("arrivals").path("made").asInt(target.requests("/slow")))
          .isEqualTo(target.requests("/slow"));
    }
  }

  /** As when a CI server kills Maven: nobody would wait for the rest of the load. */
  @Test
  void aRunEndsInOrderWithTheProcessThatStartedIt(@TempDir Path folder) {
    Answer slow = Answer.json("{}").after(Duration.ofMillis(50));
    try (Target target = Target.start().on("/slow", slow);
        RunningGate shell =
            GateRun.in(folder)
                .simulation("Load")
                .against(target)
                .with("rate", 20)
                .with("gatlingReport", false)
                .withBudget(new Budget().endpoint("slow"))
                .startAsChild()) {
      target.asked().orTimeout(60, SECONDS).join();
      ProcessHandle gate = shell.process().children().findFirst().orElseThrow();
      shell.process().destroyForcibly();
      gate.onExit().orTimeout(60, SECONDS).join();

      GateResult result = shell.result();
      assertThat(result.status()).as(result.console()).isEqualTo("interrupted");
      assertThat(result.out()).contains("Verdict: interrupted");
    }
  }

  @Test
  void aRunThatStillWaitsForItsTargetHasMeasuredNothing(@TempDir Path folder) throws IOException {
    try (ServerSocket mute = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        RunningGate gate =
            GateRun.in(folder)
                .against(URI.create("http://127.0.0.1:" + mute.getLocalPort()))
                .start()) {
      mute.setSoTimeout(60_000);
      try (Socket asked = mute.accept()) {
        gate.process().destroy();
        GateResult result = gate.result();

        assertThat(asked.isConnected()).isTrue();
        assertThat(result.exitCode()).as(result::console).isNotIn(0, 2);
        assertThat(result.status()).isEqualTo("interrupted");
        assertThat(result.endpoint("stats").path("requests").asInt()).isZero();
        assertThat(result.notMet("stats")).hasSize(5).allMatch(limit -> limit.endsWith("no_data"));
      }
    }
  }
}

package io.chainbridge.shadow.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.chainbridge.shadow.process.JavaProgram;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ReferenceProcessIT {

  private static final Duration BOUND = Duration.ofSeconds(10);

  @Test
  void aProcessOfItsOwnIsReadySoon() throws Exception {
    try (ReferenceProcess process = ReferenceProcess.start(ReferenceOptions.DEFAULT)) {
      Client client = new Client(process.uri());
      awaitHealthy(client).get(BOUND.toSeconds(), TimeUnit.SECONDS);
      assertThat(client.get("/iq/shadow/stats").status()).isEqualTo(200);
    }
  }

  @Test
  void optionsReachTheProcess() throws Exception {
    Faults faults = new Faults(Duration.ofMillis(1), 0, 40, false);
    ReferenceOptions options = new ReferenceOptions(0, 70, 7, faults);
    try (ReferenceProcess process = ReferenceProcess.start(options)) {
      Client client = new Client(process.uri());
      awaitHealthy(client).get(BOUND.toSeconds(), TimeUnit.SECONDS);
      Client.Answer answer = client.get("/iq/shadow/events?hours=168");
      assertThat(answer.json().path("total_count").intValue()).isEqualTo(70);
      assertThat(answer.bytes()).isEqualTo(40 * 1_024);
      assertThat(answer.response().body()).doesNotContain("model_version");
    }
  }

  @Test
  void closingEndsTheProcess() throws Exception {
    ReferenceProcess process = ReferenceProcess.start(ReferenceOptions.DEFAULT);
    ProcessHandle child = ProcessHandle.of(process.pid()).orElseThrow();
    process.uri();
    process.close();
    process.close();
    child.onExit().get(BOUND.toSeconds(), TimeUnit.SECONDS);
  }

  @Test
  void aProcessThatCannotListenSaysWhy() {
    try (ReferenceService taken = ReferenceService.start(ReferenceOptions.DEFAULT);
        ReferenceProcess process =
            ReferenceProcess.start(ReferenceOptions.DEFAULT.withPort(taken.uri().getPort()))) {
      assertThatExceptionOfType(ReferenceException.class)
          .isThrownBy(process::uri)
          .withMessageContaining("ended before it listened")
          .withMessageContaining("port " + taken.uri().getPort());
    }
  }

  @Test
  void theProcessDoesNotOutliveAParentThatIsKilled() throws Exception {
    Process parent = JavaProgram.of(List.of(), Parent.class).start();
    try {
      long pid = Long.parseLong(parent.inputReader().readLine());
      ProcessHandle child = ProcessHandle.of(pid).orElseThrow();
      assertThat(child.isAlive()).isTrue();
      parent.destroyForcibly();
      child.onExit().get(BOUND.toSeconds(), TimeUnit.SECONDS);
    } finally {
      parent.destroyForcibly();
    }
  }

  private static CompletableFuture<Void> awaitHealthy(Client client) {
    return client
        .later("/health")
        .thenCompose(
            answer ->
                answer.status() == 200
                    ? CompletableFuture.completedFuture(null)
                    : CompletableFuture.supplyAsync(
                            () -> client,
                            CompletableFuture.delayedExecutor(20, TimeUnit.MILLISECONDS))
                        .thenCompose(ReferenceProcessIT::awaitHealthy));
  }
}

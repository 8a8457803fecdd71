package io.chainbridge.shadow.gatling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The gate on a service that it starts by a command of the user. */
class ServiceCommandIT {
  private static final String LEAK = "s3cr3t-51bd";

  @TempDir Path folder;

  /** With limits that a busy machine keeps. */
  @Test
  void theServiceIsStartedMeasuredAndGoneWithAllItsProcesses() throws IOException {
    int port = freePort();
    GateResult result = serving(port).with("p95Ms", 3_000).with("p99Ms", 5_000).run();

    assertThat(result.exitCode()).as(result::console).isZero();
    assertThat(result.status()).isEqualTo("passed");
    assertThat(result.run().path("embedded").asBoolean()).isFalse();
    assertThat(result.reports().resolve("service.log")).content().contains("listening on http://");
    assertThat(result.reports().resolve("run.json")).content().contains("\"***\"");
    assertThat(result.console()).doesNotContain(LEAK);
    try (Stream<Path> files = Files.walk(folder)) {
      assertThat(files.filter(Files::isRegularFile))
          .allSatisfy(file -> assertThat(Files.readAllBytes(file)).asString().doesNotContain(LEAK));
    }
    assertThatIOException().isThrownBy(() -> connect(port).close());
  }

  /** By force, and as Ctrl-C does. */
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void theServiceGoesWithARunThatIsStopped(boolean killed) throws Exception {
    int port = freePort();
    try (Appearance gatling = Appearance.in(folder.resolve("target/gatling"));
        RunningGate gate = serving(port).with("iterations", 100_000).start()) {
      gatling.await("probesimulation-");
      try (Socket service = connect(port)) {
        if (killed) {
          gate.process().destroyForcibly();
        } else {
          gate.process().destroy();
        }
        awaitEnd(service);
      }
      if (!killed) {
        GateResult result = gate.result();
        assertThat(result.status()).isEqualTo("interrupted");
        assertThat(result.reports().resolve("service.log")).isNotEmptyFile();
      }
    }
  }

  @Test
  void aCommandThatEndsIsNotWaitedForAndItsLastLinesAreTold() throws IOException {
    GateResult result =
        starting("printf 'first\\n\\033[31mno database\\n'; exit 3", freePort())
            .with("startTimeout", "1h")
            .run();

    assertThat(result.exitCode()).as(result::console).isEqualTo(1);
    assertThat(result.status()).isEqualTo("no_data");
    assertThat(result.run().at("/ending/kind").asText()).isEqualTo("unreachable");
    assertThat(result.reasons())
        .singleElement()
        .asString()
        .contains("the command of -DserviceCommand ended with status 3 before a service answered")
        .endsWith("The last lines of service.log: \"first\", \"?[31mno database\"");
    assertThat(result.console()).contains("no database").doesNotContain("\033", "printf");
    assertThat(result.reports().resolve("service.log")).hasContent("first\n\033[31mno database\n");
  }

  @Test
  void aServiceThatRunsAlreadyIsNotTakenForTheOneStarted() {
    try (Target other = Target.start()) {
      GateResult result =
          starting("touch " + folder.resolve("started"), other.uri().getPort()).run();

      assertThat(result.exitCode()).as(result::console).isEqualTo(1);
      assertThat(result.console())
          .contains("something listens at " + other.uri() + " already", "Stop it, or leave out");
      assertThat(folder.resolve("started")).doesNotExist();
      assertThat(other.requests("/health")).isZero();
    }
  }

  @Test
  void theAddressGivenIsAwaitedInPlaceOfTheBudgetFiles() {
    Answer healthy =
        (exchange, number) ->
            (number < 2 ? Answer.status(503) : Answer.json("{}")).to(exchange, number);
    try (Target target = Target.start().on("/ready", healthy).on("/fine", Answer.json("{}"))) {
      Budget budget = new Budget().endpoint("fine");
      GateResult result =
          GateRun.in(folder).against(target).withBudget(budget).with("healthUrl", "/ready").run();

      assertThat(result.status()).as(result::console).isEqualTo("passed");
      assertThat(target.requests("/ready")).isEqualTo(3);
      assertThat(target.requests("/health")).isZero();

      GateResult unwell =
          GateRun.in(folder)
              .against(target)
              .withBudget(budget)
              .with("healthUrl", target.uri() + "/unknown")
              .with("startTimeout", "3s")
              .run();

      assertThat(unwell.status()).isEqualTo("no_data");
      assertThat(unwell.console())
          .contains("no service answered " + target.uri() + "/unknown within 3s (status 404");
    }
  }

  private GateRun serving(int port) {
    return starting(
        "TOKEN=%s '%s' -XX:TieredStopAtLevel=1 -cp '%s' io.chainbridge.shadow.cli.Main serve --port=%d & wait"
            .formatted(
                LEAK,
                Path.of(System.getProperty("java.home"), "bin", "java"),
                System.getProperty("java.class.path"),
                port),
        port);
  }

  private GateRun starting(String command, int port) {
    return GateRun.in(folder)
        .against(URI.create("http://127.0.0.1:" + port))
        .with("java.io.tmpdir", folder)
        .with("serviceCommand", command);
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private static Socket connect(int port) throws IOException {
    return new Socket(InetAddress.getLoopbackAddress(), port);
  }

  /** Its operating system closes the connections of a process that ends. */
  private static void awaitEnd(Socket service) throws IOException {
    service.setSoTimeout(20_000);
    try {
      assertThat(service.getInputStream().read()).isEqualTo(-1);
    } catch (SocketTimeoutException e) {
      throw new AssertionError("the service has not ended", e);
    } catch (IOException e) {
      // reset: it has ended
    }
  }
}

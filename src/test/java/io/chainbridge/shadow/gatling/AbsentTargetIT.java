package io.chainbridge.shadow.gatling;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Targets that are not there, or not well. Each is waited for, so all at once. */
class AbsentTargetIT {
  /** The gate waits 30 s; the rest is for its start and for the machine. */
  private static final Duration BOUND = Duration.ofSeconds(60);

  private static GateResult nobody;
  private static GateResult mute;
  private static GateResult unwell;
  private static Duration took;

  @BeforeAll
  static void run(@TempDir Path one, @TempDir Path two, @TempDir Path three) throws IOException {
    Instant start = Instant.now();
    try (ServerSocket neverAccepts = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Target sick =
            Target.start()
                .on("/health", Answer.status(503))
                .on("/iq/shadow/stats", Answer.status(503))
                .on("/iq/shadow/events", Answer.status(503));
        RunningGate first = GateRun.in(one).against(closedPort()).start();
        RunningGate second = GateRun.in(two).against(uri(neverAccepts)).start();
        RunningGate third = GateRun.in(three).against(sick).start()) {
      nobody = first.result();
      mute = second.result();
      took = Duration.between(start, Instant.now());
      unwell = third.result();
    }
  }

  private static URI closedPort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return uri(socket);
    }
  }

  private static URI uri(ServerSocket socket) {
    return URI.create("http://127.0.0.1:" + socket.getLocalPort());
  }

  @Test
  void whereNobodyListensNothingIsMeasuredAndTheConnectionIsBlamed() {
    nothingIsMeasured(nobody);
    assertThat(nobody.console()).contains("no service answered http://127.0.0.1:", "refused");
  }

  @Test
  void whereNobodyAnswersNothingIsMeasuredAndTheSilenceIsBlamed() {
    nothingIsMeasured(mute);
    assertThat(mute.console()).contains("no service answered http://127.0.0.1:", "no answer for");
  }

  /** No matter how long one waits. */
  @Test
  void whereNoTlsIsSpokenTheAddressIsBlamedAtOnce(@TempDir Path folder) throws IOException {
    try (ServerSocket plain = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        RunningGate gate =
            GateRun.in(folder)
                .against(URI.create(uri(plain).toString().replace("http:", "https:")))
                .start()) {
      new Thread(() -> refuseWithoutTls(plain), "plain").start();
      GateResult result = gate.result();
      nothingIsMeasured(result);
      assertThat(result.console()).contains("speaks no TLS", "http:// instead of https://");
    }
  }

  /** Answers each connection until the socket is closed, as a server asked in TLS by mistake. */
  private static void refuseWithoutTls(ServerSocket server) {
    while (!server.isClosed()) {
      try (Socket asked = server.accept()) {
        asked.getInputStream().read();
        asked.getOutputStream().write("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(US_ASCII));
        asked.shutdownOutput();
        asked.getInputStream().transferTo(OutputStream.nullOutputStream());
      } catch (IOException e) {
        // the other side left; the next may be patient
      }
    }
  }

  @Test
  void isNotWaitedForMuchLongerThanItMayTake() {
    assertThat(took).isLessThan(BOUND);
  }

  @Test
  void aTargetThatAnswersWithErrorsAloneIsMeasuredAsItIs() {
    assertThat(unwell.exitCode()).as(unwell::console).isEqualTo(2);
    assertThat(unwell.status()).isEqualTo("breached");
    for (String endpoint : List.of("stats", "events")) {
      assertThat(unwell.endpoint(endpoint).path("requests").asInt()).isEqualTo(20);
      assertThat(unwell.notMet(endpoint))
          .containsExactly(
              "p95_latency_ms no_data",
              "p99_latency_ms no_data",
              "max_response_size_kb no_data",
              "max_failure_rate breached",
              "contract no_data");
      assertThat(unwell.outcome(endpoint, "max_failure_rate").path("measured").asDouble())
          .isEqualTo(1);
    }
  }

  private static void nothingIsMeasured(GateResult result) {
    assertThat(result.exitCode()).as(result::console).isEqualTo(1);
    assertThat(result.status()).isEqualTo("no_data");
    assertThat(result.run().at("/ending/kind").asText()).isEqualTo("unreachable");
    assertThat(result.verdict().path("outcomes"))
        .isNotEmpty()
        .allMatch(outcome -> outcome.path("outcome").asText().equals("no_data"));
    assertThat(result.out()).contains("Verdict: no_data");
    assertThat(result.console()).doesNotContain("\tat ");
  }
}

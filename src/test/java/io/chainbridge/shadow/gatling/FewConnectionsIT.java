package io.chainbridge.shadow.gatling;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A process that may not have many files open, of which each connection is one. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "it has no ulimit")
class FewConnectionsIT {
  @TempDir Path folder;

  /** Gatling still tries to connect when the request has long been given up. */
  @Test
  void nothingIsLostToAServiceThatAcceptsNone() throws Exception {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      CompletableFuture<Void> once = CompletableFuture.runAsync(() -> answerOnce(socket));
      GateResult result =
          run("Load")
              .against(URI.create("http://127.0.0.1:" + socket.getLocalPort()))
              .with("rate", 300)
              .with("duration", "4s")
              .with("timeout", "500ms")
              .with("warmup", 0)
              .with("stopEarly", false)
              .with("gatlingReport", false)
              .withBudget(new Budget().endpoint("stats"))
              .run();
      assertThat(result.status()).as(result.console()).isEqualTo("invalid");
      assertThat(result.run().at("/ending/kind").asText()).isEqualTo("complete");
      assertThat(result.reasons().get(0)).contains("the injector could not keep up", "not at all");
      assertThat(result.endpoint("stats").path("requests").asInt()).isPositive();
      assertThat(result.errors("stats").keySet())
          .allSatisfy(message -> assertThat(message).contains("timeout"));
      once.get(20, TimeUnit.SECONDS);
    }
  }

  /** As the readiness of a service is asked; who comes later is left waiting by the system. */
  private static void answerOnce(ServerSocket socket) {
    try (Socket connection = socket.accept()) {
      InputStream request = connection.getInputStream();
      for (int end = 0; end < 2; ) {
        int next = request.read();
        end = next == '\n' ? end + 1 : next == '\r' ? end : 0;
      }
      connection
          .getOutputStream()
          .write(
              "HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 2\r\n\r\n{}"
                  .getBytes(US_ASCII));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void moreUsersThanThatAreRefused() {
    try (Target target = Target.start().on("/stats", Answer.json("{}"))) {
      GateResult result =
          run("Probe")
              .against(target)
              .with("concurrency", 1_000)
              .with("iterations", 2_000)
              .withBudget(new Budget().endpoint("stats"))
              .run();
      assertThat(result.exitCode()).as(result.console()).isEqualTo(1);
      assertThat(result.console())
          .containsPattern(
              "-Dconcurrency: the system lets this process have connections for \\d+ users at once,"
                  + " not 1000; ask for fewer, raise the limit of open files \\(ulimit -n\\), or use"
                  + " more shards");
      assertThat(target.requests("/stats")).isZero();
    }
  }

  private GateRun run(String simulation) {
    return GateRun.in(folder)
        .simulation(simulation)
        .within("/bin/sh", "-c", "ulimit -n 500; exec \"$@\"", "sh");
  }
}

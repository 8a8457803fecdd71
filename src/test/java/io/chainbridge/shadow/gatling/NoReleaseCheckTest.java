package io.chainbridge.shadow.gatling;

import static org.assertj.core.api.Assertions.assertThat;

import io.chainbridge.shadow.process.JavaProgram;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NoReleaseCheckTest {
  @TempDir private Path folder;

  @Test
  void gatlingDoesNotAskForItsLatestRelease() throws Exception {
    assertThat(
            connections("-Djava.util.prefs.PreferencesFactory=" + NoReleaseCheck.class.getName()))
        .isZero();
  }

  @Test
  void withThePreferencesOfTheJdkItWould() throws Exception {
    assertThat(connections("-Djava.util.prefs.userRoot=" + folder)).isPositive();
  }

  /** How many Gatling makes to a proxy that refuses all, its only way out. */
  private static int connections(String option) throws Exception {
    AtomicInteger connections = new AtomicInteger();
    CompletableFuture<Void> refusing;
    try (ServerSocket proxy = new ServerSocket(0, 0, InetAddress.getLoopbackAddress())) {
      refusing = CompletableFuture.runAsync(() -> refuseAll(proxy, connections));
      List<String> options = new ArrayList<>(List.of("-Dhttps.proxyHost=127.0.0.1", option));
      options.add("-Dhttps.proxyPort=" + proxy.getLocalPort());
      Process gatling =
          JavaProgram.of(options, ReleaseCheck.class)
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .start();
      assertThat(new String(gatling.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
          .endsWith("None" + System.lineSeparator());
    }
    refusing.join();
    return connections.get();
  }

  private static void refuseAll(ServerSocket proxy, AtomicInteger connections) {
    while (!proxy.isClosed()) {
      try {
        proxy.accept().close();
        connections.incrementAndGet();
      } catch (IOException e) {
        assertThat(proxy.isClosed()).isTrue();
      }
    }
  }
}

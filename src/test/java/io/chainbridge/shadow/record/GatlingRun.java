package io.chainbridge.shadow.record;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** A real Gatling in a JVM of its own, running {@link LogSampleSimulation} on a service here. */
final class GatlingRun {
  private GatlingRun() {}

  /** The log it leaves under the folder. */
  static Path logUnder(Path folder) throws IOException, InterruptedException {
    HttpServer server = HttpServer.create(new InetSocketAddress(loopback(), 0), 0);
    AtomicInteger requests = new AtomicInteger();
    server.createContext(
        "/",
        exchange -> {
          boolean fails = requests.incrementAndGet() % 7 == 0;
          byte[] body = "{}".getBytes(UTF_8);
          exchange.sendResponseHeaders(fails ? 503 : 200, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.start();
    try {
      run(folder, "http://" + loopback().getHostAddress() + ":" + server.getAddress().getPort());
    } finally {
      server.stop(0);
    }
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.endsWith("simulation.log")).findFirst().orElseThrow();
    }
  }

  private static void run(Path folder, String url) throws IOException, InterruptedException {
    Path output = folder.resolve("output.txt");
    Process gatling =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--add-opens=java.base/java.lang=ALL-UNNAMED",
                "-XX:TieredStopAtLevel=1",
                "-Xmx256m",
                "-cp",
                System.getProperty("java.class.path"),
                "-Dgatling.data.enableAnalytics=false",
                "-Dgatling.http.warmUpUrl=",
                "-DlogSampleUrl=" + url,
                "io.gatling.app.Gatling",
                "-s",
                LogSampleSimulation.class.getName(),
                "-rf",
                folder.toString(),
                "-rd",
                "what it is for",
                "-nr")
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    try {
      assertThat(gatling.waitFor(90, TimeUnit.SECONDS)).as("ended within 90 s").isTrue();
    } finally {
      gatling.destroyForcibly();
    }
    assertThat(gatling.exitValue()).as(() -> text(output)).isZero();
  }

  private static InetAddress loopback() {
    return InetAddress.getLoopbackAddress();
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      return e.toString();
    }
  }
}

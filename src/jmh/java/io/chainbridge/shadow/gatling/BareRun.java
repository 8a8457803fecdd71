package io.chainbridge.shadow.gatling;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.gatling.javaapi.core.Simulation;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A run of Gatling alone in the making, in a JVM as its Maven plugin forks it. */
final class BareRun {
  private final Path folder;
  private final List<String> properties = new ArrayList<>();
  private Class<? extends Simulation> simulation = BareSimulation.class;
  private boolean report;

  private BareRun(Path folder) {
    this.folder = folder;
  }

  /**
   * A run that asks for one address and writes no report.
   *
   * @param folder for what it leaves
   */
  static BareRun in(Path folder, URI target, String path) {
    return new BareRun(folder).with("url", target).with("path", path);
  }

  /** With another simulation, which reads the same properties. */
  BareRun simulation(Class<? extends Simulation> other) {
    simulation = other;
    return this;
  }

  /** With so many requests in all, of users who wait for their answers. */
  BareRun requests(long count, int users) {
    return with("requests", count).with("users", users);
  }

  /**
   * With arrivals.
   *
   * @param rampUp how long the rate rises
   * @param steady how long it stays
   */
  BareRun arrivals(double perSecond, Duration rampUp, Duration steady) {
    return with("rate", perSecond)
        .with("rampUp", rampUp.toSeconds())
        .with("steady", steady.toSeconds());
  }

  /** With Gatling's own report. */
  BareRun withReport() {
    report = true;
    return this;
  }

  private BareRun with(String property, Object value) {
    properties.add("-Dbare.%s=%s".formatted(property, value));
    return this;
  }

  /** Runs to the end. */
  BareResult run() throws IOException {
    Process process = new ProcessBuilder(command()).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), UTF_8);
    int exitCode = process.onExit().join().exitValue();
    Instant end = Instant.now();
    if (exitCode != 0) {
      throw new IOException("Gatling ended with %d: %s".formatted(exitCode, said));
    }
    return BareResult.read(folder, said, end);
  }

  private List<String> command() {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(GateRun.JVM_ARGS);
    command.add(GateRun.PLUGINS_HEAP);
    command.addAll(properties);
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(List.of("io.gatling.app.Gatling", "-s", simulation.getName()));
    command.addAll(List.of("-rf", folder.toString()));
    if (!report) {
      command.add("-nr");
    }
    return command;
  }
}

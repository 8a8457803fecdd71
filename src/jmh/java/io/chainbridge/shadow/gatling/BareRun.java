package io.chainbridge.shadow.gatling;

import io.chainbridge.shadow.bench.Program;
import io.gatling.javaapi.core.Simulation;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A run of Gatling in the making, in a JVM as its Maven plugin forks it. */
final class BareRun {
  /** Gatling asks the internet for its latest release; a proxy that is not there says no. */
  private static final List<String> STAYS_HERE =
      List.of("-Dhttps.proxyHost=127.0.0.1", "-Dhttps.proxyPort=9");

  private static final Path BUDGETS = Path.of("budgets/shadow.json");
  private static final Path EVENTS = Path.of("budgets/contracts/shadow-events.schema.json");

  private final Path folder;
  private final List<String> properties = new ArrayList<>();
  private Class<? extends Simulation> simulation = BareSimulation.class;
  private List<String> jvmArgs = List.of();
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

  /** With the schema of the events checked of each answer. */
  BareRun naive() {
    simulation = NaiveSimulation.class;
    return with("contract", EVENTS.toAbsolutePath());
  }

  /**
   * With users who ask again and again, and whose answers are checked in every other half second,
   * with the JVM arguments of a run of the gate. Those of Gatling's plugin alone choose a collector
   * that no gate runs with, and whose pauses are long enough to decide a p99.
   *
   * @param perSecond requests of all
   * @param rampUp how long users are added
   * @param steady how long they then go on
   */
  BareRun alternating(double perSecond, Duration rampUp, Duration steady) {
    simulation = AlternatingSimulation.class;
    jvmArgs = PomJvmArgs.read("Stress");
    return with("budgets", BUDGETS.toAbsolutePath())
        .with("rate", perSecond)
        .with("rampUp", rampUp.toSeconds())
        .with("steady", steady.toSeconds());
  }

  /** With so many requests in all, of users who wait for their answers. */
  BareRun requests(long count, int users) {
    return with("requests", count).with("users", users);
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
    Program.Done done = Program.java(arguments()).run(folder);
    return BareResult.read(folder, done.out(), Instant.now());
  }

  private List<String> arguments() {
    List<String> arguments = new ArrayList<>(GateRun.JVM_ARGS);
    arguments.add(GateRun.PLUGINS_HEAP);
    arguments.addAll(STAYS_HERE);
    arguments.addAll(jvmArgs);
    arguments.addAll(properties);
    arguments.addAll(List.of("-cp", System.getProperty("java.class.path")));
    arguments.addAll(List.of("io.gatling.app.Gatling", "-s", simulation.getName()));
    arguments.addAll(List.of("-rf", folder.toString()));
    if (!report) {
      arguments.add("-nr");
    }
    return arguments;
  }
}

package io.chainbridge.shadow.gatling;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A run of the gate in the making: a simulation in a JVM as the Maven plugin forks it, in a folder
 * of its own that starts with a copy of the budgets, and with no environment but what is given.
 */
final class GateRun {
  /** Of gatling-maven-plugin. */
  static final List<String> JVM_ARGS =
      List.of(
          "-XX:MaxInlineLevel=20",
          "-XX:MaxTrivialSize=12",
          "--add-opens=java.base/java.lang=ALL-UNNAMED",
          "--add-opens=java.base/jdk.internal.misc=ALL-UNNAMED");

  static final String PLUGINS_HEAP = "-Xmx1G";

  private final Path folder;
  private final Map<String, String> properties =
      new LinkedHashMap<>(Map.of("warmup", "2", "noiseFloor", "false"));
  private String simulation = "Probe";

  /** The quick one alone, because these runs are short. */
  private String compiler = "-XX:TieredStopAtLevel=1";

  private String heap = PLUGINS_HEAP;

  private List<String> prefix = List.of();

  private final Map<String, String> environment = new LinkedHashMap<>();

  private GateRun(Path folder) {
    this.folder = folder;
  }

  /**
   * In a folder that may have been used before, with two warm-up requests and no calibration unless
   * set otherwise.
   */
  static GateRun in(Path folder) {
    copy(Path.of("budgets"), folder.resolve("budgets"));
    return new GateRun(folder);
  }

  /** Another load shape than the probe. */
  GateRun simulation(String name) {
    simulation = name;
    return this;
  }

  /** As fast as the Maven plugin's, if it lasts. */
  GateRun withEveryCompiler() {
    compiler = "-XX:+TieredCompilation";
    return this;
  }

  /** With no more than that. */
  GateRun withHeap(int megabytes) {
    heap = "-Xmx%dm".formatted(megabytes);
    return this;
  }

  GateRun against(URI target) {
    return with("baseUrl", target);
  }

  GateRun against(Target target) {
    return against(target.uri());
  }

  GateRun with(String property, Object value) {
    properties.put(property, value.toString());
    return this;
  }

  GateRun withEnvironment(String variable, String value) {
    environment.put(variable, value);
    return this;
  }

  GateRun withBudget(Budget budget) {
    return withBudget(budget.text());
  }

  /** With a budget file of this text, beside those copied. */
  GateRun withBudget(String text) {
    try {
      Files.writeString(folder.resolve("budgets/test.json"), text);
      return with("budgets", "budgets/test.json");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** As the end of another command, such as one that changes into another network. */
  GateRun within(String... command) {
    prefix = List.of(command);
    return this;
  }

  /** Runs to the end. */
  GateResult run() {
    try (RunningGate gate = start()) {
      return gate.result();
    }
  }

  /** Starts and returns at once; the caller closes it. */
  RunningGate start() {
    return RunningGate.start(folder, command(), environment);
  }

  /** Starts as the child of a process that does nothing else, and that is the one returned. */
  RunningGate startAsChild() {
    List<String> shell = new ArrayList<>(List.of("/bin/sh", "-c", "\"$@\" & wait", "sh"));
    shell.addAll(command());
    return RunningGate.start(folder, shell, environment);
  }

  private List<String> command() {
    List<String> command = new ArrayList<>(prefix);
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(JVM_ARGS);
    command.add(heap);
    command.add(compiler);
    command.addAll(PomJvmArgs.read(simulation));
    properties.forEach((name, value) -> command.add("-D%s=%s".formatted(name, value)));
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(
        List.of("io.gatling.app.Gatling", "-s", "shadow.%sSimulation".formatted(simulation)));
    command.addAll(List.of("-rf", folder.resolve("target/gatling").toString()));
    return command;
  }

  private static void copy(Path from, Path to) {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path copy = to.resolve(from.relativize(file));
        Files.createDirectories(copy.getParent());
        if (!Files.exists(copy)) {
          Files.copy(file, copy);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

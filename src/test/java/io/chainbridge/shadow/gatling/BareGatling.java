package io.chainbridge.shadow.gatling;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A package as Gatling Enterprise gets it, run by nothing but Gatling: no Maven, no checkout, an
 * empty folder that cannot be written to, an environment of its own, and a home and a temporary
 * folder of which can be said afterwards what has become of them.
 */
final class BareGatling {
  private static final Duration LONGEST = Duration.ofMinutes(3);

  private final Path jar;
  private final Path base;
  private final Map<String, String> environment = new TreeMap<>();
  private final Map<String, String> properties = new TreeMap<>();
  private final Path work;

  /**
   * What came of a run.
   *
   * @param exitCode of its process
   * @param console what it wrote, standard error included
   * @param children commands of the processes that it started
   * @param files what it left in working, home and temporary folder, from the folder above
   */
  record Result(int exitCode, String console, Set<String> children, Set<String> files) {}

  /**
   * @param base a folder to be in, of this run alone
   */
  BareGatling(Path jar, Path base) throws IOException {
    this.jar = jar;
    this.base = base;
    this.work = Files.createDirectory(base.resolve("work"));
    Files.createDirectory(base.resolve("home"));
    Files.createDirectory(base.resolve("tmp"));
  }

  BareGatling environment(String name, String value) {
    environment.put(name, value);
    return this;
  }

  BareGatling property(String name, String value) {
    properties.put(name, value);
    return this;
  }

  /** Puts a file into the working folder. */
  BareGatling file(String name, String text) throws IOException {
    Path file = work.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
    return this;
  }

  Result run(String simulation) throws IOException, InterruptedException {
    Files.setPosixFilePermissions(work, PosixFilePermissions.fromString("r-xr-xr-x"));
    Set<String> before = files();
    Path console = base.resolve("console.txt");
    ProcessBuilder builder =
        new ProcessBuilder(command(simulation))
            .directory(work.toFile())
            .redirectErrorStream(true)
            .redirectOutput(console.toFile());
    builder.environment().clear();
    builder.environment().putAll(environment);
    Process process = builder.start();
    try {
      Set<String> children = watch(process);
      Set<String> left = files();
      left.removeAll(before);
      return new Result(process.exitValue(), Files.readString(console), children, left);
    } finally {
      process.destroyForcibly();
      Files.setPosixFilePermissions(work, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
  }

  /** Looks for children until it has ended. */
  private static Set<String> watch(Process process) throws InterruptedException {
    Set<String> children = new TreeSet<>();
    Instant deadline = Instant.now().plus(LONGEST);
    while (process.isAlive()) {
      assertThat(Instant.now()).isBefore(deadline);
      process
          .descendants()
          .map(child -> child.info().commandLine().orElse("unknown"))
          .forEach(children::add);
      try {
        process.onExit().get(5, MILLISECONDS);
      } catch (TimeoutException e) {
        // It goes on.
      } catch (ExecutionException e) {
        throw new IllegalStateException(e);
      }
    }
    return children;
  }

  private List<String> command(String simulation) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of(
            "-XX:TieredStopAtLevel=1",
            "--add-opens=java.base/java.lang=ALL-UNNAMED",
            "-Djava.io.tmpdir=" + base.resolve("tmp"),
            "-Duser.home=" + base.resolve("home"),
            "-Djava.util.prefs.userRoot=" + base.resolve("preferences"),
            "-XX:-UsePerfData",
            "-Dhttps.proxyHost=127.0.0.1",
            "-Dhttps.proxyPort=9"));
    properties.forEach((name, value) -> command.add("-D%s=%s".formatted(name, value)));
    command.addAll(List.of("-cp", jar + File.pathSeparator + gatling()));
    command.addAll(List.of("io.gatling.app.Gatling", "-s", "shadow." + simulation + "Simulation"));
    command.addAll(List.of("-rf", base.resolve("results").toString()));
    return command;
  }

  /** Those jars of this JVM that the package leaves to Gatling. */
  private String gatling() throws IOException {
    Set<String> packaged = classes(jar);
    List<String> rest = new ArrayList<>();
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
      if (entry.endsWith(".jar")
          && classes(Path.of(entry)).stream().noneMatch(packaged::contains)) {
        rest.add(entry);
      }
    }
    return String.join(File.pathSeparator, rest);
  }

  private static Set<String> classes(Path jar) throws IOException {
    try (JarFile file = new JarFile(jar.toFile())) {
      return file.stream()
          .map(Object::toString)
          .filter(name -> name.endsWith(".class") && !name.endsWith("-info.class"))
          .collect(Collectors.toSet());
    }
  }

  private Set<String> files() throws IOException {
    Set<String> files = new TreeSet<>();
    for (String folder : Arrays.asList("work", "home", "tmp")) {
      try (Stream<Path> below = Files.walk(base.resolve(folder))) {
        below
            .filter(path -> !path.equals(base.resolve(folder)))
            .forEach(path -> files.add(base.relativize(path).toString()));
      }
    }
    return files;
  }
}

package io.chainbridge.shadow.ops;

import io.fabric8.kubernetes.api.model.ConfigMapVolumeSource;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.EnvFromSource;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.KeyToPath;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.VolumeMount;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A pod whose containers are processes of this machine. Commands and environment are those of the
 * manifest, its variables expanded as the kubelet does; volumes are folders, and where a command
 * names the absolute path of a mount, that of the folder takes its place.
 */
final class Pod {
  private static final Pattern REFERENCE = Pattern.compile("\\$\\((\\w+)\\)");

  private final Path folder;
  private final PodSpec spec;
  private final Map<String, Map<String, String>> maps;
  private final Path claim;
  private final Map<String, String> given;

  /**
   * @param folder a new one, for all that is its own
   * @param maps what config maps and secrets hold, by name
   * @param claim what the volume is that outlives it
   * @param given variables that the Job gives its containers
   */
  Pod(
      Path folder,
      PodSpec spec,
      Map<String, Map<String, String>> maps,
      Path claim,
      Map<String, String> given)
      throws IOException {
    this.folder = Files.createDirectories(folder);
    this.spec = spec;
    this.maps = maps;
    this.claim = claim;
    this.given = given;
  }

  /**
   * What came of it.
   *
   * @param failed names and statuses of the containers that did not end with 0
   * @param console what all of them wrote
   */
  record Result(Map<String, Integer> failed, String console) {}

  /** First the ones that come first, one after the other while all is well, then the others. */
  Result run() throws IOException, InterruptedException {
    Map<String, Integer> failed = new LinkedHashMap<>();
    for (Container container : Optional.ofNullable(spec.getInitContainers()).orElse(List.of())) {
      if (failed.isEmpty()) {
        await(Map.of(container.getName(), start(container)), failed);
      }
    }
    if (failed.isEmpty()) {
      Map<String, Process> processes = new LinkedHashMap<>();
      for (Container container : spec.getContainers()) {
        processes.put(container.getName(), start(container));
      }
      await(processes, failed);
    }
    return new Result(failed, console());
  }

  /** What a container has written that is in none of its volumes, which are links here. */
  List<Path> writtenOutsideVolumes() throws IOException {
    List<Path> written = new ArrayList<>();
    for (String name : names()) {
      Path work = folder.resolve(name);
      if (Files.exists(work)) {
        try (Stream<Path> files = Files.walk(work)) {
          files
              .filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
              .forEach(written::add);
        }
      }
    }
    return written;
  }

  private void await(Map<String, Process> processes, Map<String, Integer> failed)
      throws IOException, InterruptedException {
    try {
      for (Map.Entry<String, Process> each : processes.entrySet()) {
        if (!each.getValue().waitFor(4, TimeUnit.MINUTES)) {
          throw new AssertionError(each.getKey() + " goes on: " + console());
        }
        if (each.getValue().exitValue() != 0) {
          failed.put(each.getKey(), each.getValue().exitValue());
        }
      }
    } finally {
      for (Process process : processes.values()) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
      }
    }
  }

  private String console() throws IOException {
    StringBuilder all = new StringBuilder();
    for (String name : names()) {
      Path console = folder.resolve(name + ".txt");
      if (Files.exists(console)) {
        all.append(name).append(":\n").append(Files.readString(console)).append('\n');
      }
    }
    return all.toString();
  }

  private List<String> names() {
    List<String> names = new ArrayList<>();
    Optional.ofNullable(spec.getInitContainers())
        .ifPresent(all -> all.forEach(container -> names.add(container.getName())));
    spec.getContainers().forEach(container -> names.add(container.getName()));
    return names;
  }

  private Process start(Container container) throws IOException {
    Map<String, String> environment = environment(container);
    Path work = Files.createDirectories(folder.resolve(container.getName()).resolve("shadow"));
    if (container.getImage().startsWith("shadow-load:")) {
      Dockerfile.read().assemble(work);
    }
    Map<String, Path> mounts = mounts(container, environment);
    for (Map.Entry<String, Path> mount : mounts.entrySet()) {
      if (mount.getKey().startsWith("/shadow/")) {
        Path place = work.resolve(mount.getKey().substring("/shadow/".length()));
        Files.deleteIfExists(place);
        Files.createSymbolicLink(place, mount.getValue());
      }
    }
    List<String> command =
        container.getCommand().stream()
            .map(word -> here(expanded(word, environment), mounts))
            .toList();
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(work.toFile())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve(container.getName() + ".txt").toFile());
    builder.environment().clear();
    environment.forEach((name, value) -> builder.environment().put(name, here(value, mounts)));
    return builder.start();
  }

  /** As the kubelet makes it: later ones win, and those by name go over those of whole maps. */
  private Map<String, String> environment(Container container) {
    Map<String, String> environment = new LinkedHashMap<>();
    environment.put(
        "PATH", Path.of(System.getProperty("java.home"), "bin") + ":" + System.getenv("PATH"));
    for (EnvFromSource source :
        Objects.requireNonNullElse(container.getEnvFrom(), List.<EnvFromSource>of())) {
      environment.putAll(
          map(
              source.getConfigMapRef() == null
                  ? source.getSecretRef().getName()
                  : source.getConfigMapRef().getName()));
    }
    for (EnvVar variable : Objects.requireNonNullElse(container.getEnv(), List.<EnvVar>of())) {
      environment.put(variable.getName(), expanded(variable.getValue(), environment));
    }
    environment.putAll(given);
    return environment;
  }

  private Map<String, String> map(String name) {
    return Objects.requireNonNull(maps.get(name), name);
  }

  /** What names no variable stays as it is. */
  private static String expanded(String text, Map<String, String> environment) {
    return REFERENCE
        .matcher(text)
        .replaceAll(
            found ->
                Matcher.quoteReplacement(environment.getOrDefault(found.group(1), found.group())));
  }

  /** In one go, since a folder's path may have that of another mount in it. */
  private static String here(String text, Map<String, Path> mounts) {
    String paths = mounts.keySet().stream().map(Pattern::quote).collect(Collectors.joining("|"));
    return Pattern.compile("(?<![\\w/])(" + paths + ")(?=[/\"\\s]|$)")
        .matcher(text)
        .replaceAll(
            found ->
                Matcher.quoteReplacement(
                    Objects.requireNonNull(mounts.get(found.group(1))).toString()));
  }

  private Map<String, Path> mounts(Container container, Map<String, String> environment)
      throws IOException {
    Map<String, Path> mounts = new LinkedHashMap<>();
    for (VolumeMount mount : container.getVolumeMounts()) {
      Path volume = volume(mount.getName());
      String below =
          mount.getSubPathExpr() != null
              ? expanded(mount.getSubPathExpr(), environment)
              : Objects.requireNonNullElse(mount.getSubPath(), "");
      mounts.put(mount.getMountPath(), Files.createDirectories(volume.resolve(below)));
    }
    return mounts;
  }

  private Path volume(String name) throws IOException {
    Volume volume =
        spec.getVolumes().stream()
            .filter(some -> some.getName().equals(name))
            .findFirst()
            .orElseThrow();
    if (volume.getPersistentVolumeClaim() != null) {
      return claim;
    }
    Path own = Files.createDirectories(folder.resolve("volumes").resolve(name));
    if (volume.getConfigMap() != null) {
      write(volume.getConfigMap(), own);
    }
    return own;
  }

  private void write(ConfigMapVolumeSource source, Path folder) throws IOException {
    for (KeyToPath item : source.getItems()) {
      Path file = folder.resolve(item.getPath());
      Files.createDirectories(file.getParent());
      Files.writeString(file, Objects.requireNonNull(map(source.getName()).get(item.getKey())));
    }
  }
}

package io.chainbridge.shadow.ops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.chainbridge.shadow.reference.ReferenceOptions;
import io.chainbridge.shadow.reference.ReferenceService;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.PodSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/** The pods of src/ops/kubernetes, all of them at once, as processes of this machine. */
@Isolated("processes have to begin at once")
class KubernetesRunIT {
  private static final int SHARDS = 4;
  private static final int ITERATIONS = 42;

  /** Until which all of them have started and warmed up, on a busy machine too. */
  private static final Duration AHEAD = Duration.ofSeconds(45);

  private static ReferenceService service;

  @TempDir Path folder;

  /** JUnit would say of each that it deletes it. */
  @AfterEach
  void removeLinks() throws IOException {
    Dockerfile.unlink(folder);
  }

  @BeforeAll
  static void start() throws Exception {
    service = ReferenceService.start(ReferenceOptions.DEFAULT);
    service.ready().get(60, TimeUnit.SECONDS);
  }

  @AfterAll
  static void stop() {
    service.close();
  }

  /** What a user has set: a target, a small load, and budgets that a busy machine keeps. */
  private static Map<String, Map<String, String>> maps(Manifests manifests, Instant start) {
    Map<String, Map<String, String>> maps = new HashMap<>();
    for (ConfigMap map : manifests.all(ConfigMap.class)) {
      Map<String, String> data = new HashMap<>(map.getData());
      if (data.containsKey("SIMULATION")) {
        assertThat(data)
            .containsOnlyKeys("SIMULATION", "SHADOW_BASE_URL", "SHADOW_RATE", "SHADOW_DURATION");
        data.clear();
        data.put("SIMULATION", "Probe");
        data.put("SHADOW_BASE_URL", service.uri().toString());
        data.put("SHADOW_ITERATIONS", String.valueOf(ITERATIONS));
        data.put("SHADOW_CONCURRENCY", "4");
        data.put("SHADOW_WARMUP", "3");
        data.put("SHADOW_NOISE_FLOOR", "false");
      }
      data.computeIfPresent(
          "shadow.json",
          (key, budgets) -> budgets.replaceAll("(\"p9\\d_latency_ms\": )\\d+", "$15000"));
      maps.put(map.getMetadata().getName(), data);
    }
    maps.put(
        "shadow-run",
        Map.of(
            "RUN", "first", "SHADOW_START_AT", start.truncatedTo(ChronoUnit.SECONDS).toString()));
    return maps;
  }

  private static Instant soon() {
    return Instant.now().plus(AHEAD);
  }

  private static PodSpec spec(Manifests manifests, String job) {
    return manifests.job(job).getSpec().getTemplate().getSpec();
  }

  private Pod shard(Manifests manifests, int index, Map<String, Map<String, String>> maps)
      throws IOException {
    return new Pod(
        folder.resolve("shard-" + index + "-" + System.nanoTime()),
        spec(manifests, "shadow-shards"),
        maps,
        folder.resolve("claim"),
        Map.of("JOB_COMPLETION_INDEX", String.valueOf(index)));
  }

  private Pod merge(Manifests manifests, Map<String, Map<String, String>> maps) throws IOException {
    return new Pod(
        folder.resolve("merge-" + System.nanoTime()),
        spec(manifests, "shadow-merge"),
        maps,
        folder.resolve("claim"),
        Map.of());
  }

  /** All pods at once, the merge's among them, which is the one returned; none of them fails. */
  private Pod.Result runAll(Manifests manifests, Map<String, Map<String, String>> maps)
      throws Exception {
    ExecutorService threads = Executors.newCachedThreadPool();
    try {
      List<Pod> pods = new ArrayList<>();
      pods.add(merge(manifests, maps));
      Future<Pod.Result> merge = threads.submit(pods.get(0)::run);
      List<Future<Pod.Result>> shards = new ArrayList<>();
      for (int index = 0; index < SHARDS; index++) {
        Pod shard = shard(manifests, index, maps);
        pods.add(shard);
        shards.add(threads.submit(shard::run));
      }
      for (Future<Pod.Result> shard : shards) {
        assertThat(shard.get().failed()).as(shard.get().console()).isEmpty();
      }
      assertThat(merge.get().failed()).as(merge.get().console()).isEmpty();
      for (Pod pod : pods) {
        assertThat(pod.writtenOutsideVolumes()).isEmpty();
      }
      return merge.get();
    } finally {
      threads.shutdownNow();
    }
  }

  private static JsonNode json(Path file) throws IOException {
    return new ObjectMapper().readTree(file.toFile());
  }

  private static List<Path> below(Path folder, String name) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.endsWith(name)).sorted().toList();
    }
  }

  private static int requests(JsonNode run) {
    int requests = 0;
    for (JsonNode endpoint : run.path("endpoints")) {
      requests += endpoint.path("requests").asInt();
    }
    return requests;
  }

  @Test
  void fourShardsAreOneRun() throws Exception {
    Manifests manifests = Manifests.build("base");
    Map<String, Map<String, String>> maps = maps(manifests, soon());

    Pod.Result merged = runAll(manifests, maps);

    assertThat(merged.console()).contains("Verdict: passed");
    Path run = folder.resolve("claim/first");
    List<Path> parts = below(run.resolve("shards"), "run.json");
    assertThat(parts).hasSize(SHARDS);
    int sum = 0;
    for (Path part : parts) {
      assertThat(requests(json(part))).isPositive();
      sum += requests(json(part));
    }
    assertThat(sum).isEqualTo(2 * ITERATIONS);
    assertThat(requests(json(run.resolve("latest/run.json")))).isEqualTo(2 * ITERATIONS);
    assertThat(json(run.resolve("latest/verdict.json")).path("verdict").asText())
        .isEqualTo("passed");
    assertThat(run.resolve("latest/index.html")).isNotEmptyFile();

    aShardThatComesLateSendsNothing(manifests, maps);
    aShardThatIsMissingIsNoPass(manifests, maps, run);
  }

  private void aShardThatComesLateSendsNothing(
      Manifests manifests, Map<String, Map<String, String>> maps) throws Exception {
    Pod.Result again = shard(manifests, 1, maps).run();

    assertThat(again.failed()).containsOnlyKeys("shard");
    assertThat(again.console()).contains("SHADOW_START_AT", "lies in the past");
  }

  private void aShardThatIsMissingIsNoPass(
      Manifests manifests, Map<String, Map<String, String>> maps, Path run) throws Exception {
    Files.delete(below(run.resolve("shards/2"), "run.json").get(0));
    PodSpec impatient = spec(manifests, "shadow-merge");
    impatient.getInitContainers().get(0).getEnv().stream()
        .filter(variable -> variable.getName().equals("PATIENCE_S"))
        .forEach(variable -> variable.setValue("1"));

    Pod.Result merged =
        new Pod(folder.resolve("impatient"), impatient, maps, folder.resolve("claim"), Map.of())
            .run();

    assertThat(merged.failed()).containsOnlyKeys("merge");
    assertThat(merged.console())
        .contains("not all of 4 shards have measured their part within 1 s", "shard 3");
  }

  @Test
  void resultsGoThroughStorageThatSpeaksS3(@TempDir Path node) throws Exception {
    assumeTrue(Files.isExecutable(Path.of("/usr/bin/rclone")), "rclone is not installed");
    try (S3Storage storage = S3Storage.start(node, folder.resolve("bucket"))) {
      Manifests manifests = Manifests.build("s3");
      Map<String, Map<String, String>> maps = maps(manifests, soon());
      maps.values().stream()
          .filter(map -> map.containsKey("RCLONE_CONFIG_S3_ENDPOINT"))
          .forEach(map -> map.put("RCLONE_CONFIG_S3_ENDPOINT", storage.uri().toString()));
      maps.put("shadow-s3", storage.credentials());

      Pod.Result merged = runAll(manifests, maps);

      assertThat(merged.console()).contains("Verdict: passed");
      assertThat(storage.objects("shadow-load"))
          .filteredOn(name -> name.matches("first/shards/[0-3]/.*/run.json"))
          .hasSize(SHARDS);
      assertThat(storage.objects("shadow-load"))
          .filteredOn(
              name -> name.matches("first/[0-9-]+-probe/(run.json|verdict.json|index.html)"))
          .hasSize(3);
      assertThat(storage.objects("shadow-load")).noneMatch(name -> name.contains("judged"));
      assertThat(folder.resolve("claim")).doesNotExist();
    }
  }
}

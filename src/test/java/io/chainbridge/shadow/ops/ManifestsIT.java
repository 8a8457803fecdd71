package io.chainbridge.shadow.ops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonMappingException;
import io.chainbridge.shadow.Golden;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.VolumeMount;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** src/ops/kubernetes, built by Kustomize and read strictly. */
class ManifestsIT {
  private static final Path BASE = Path.of("src/ops/kubernetes/base");

  private static List<Container> containers(Job job) {
    PodSpec pod = job.getSpec().getTemplate().getSpec();
    return Stream.concat(
            Optional.ofNullable(pod.getInitContainers()).orElse(List.of()).stream(),
            pod.getContainers().stream())
        .toList();
  }

  @ParameterizedTest
  @ValueSource(strings = {"base", "s3"})
  void podsMayDoAsLittleAsCanBe(String overlay) throws Exception {
    List<Job> jobs = Manifests.build(overlay).all(Job.class);

    assertThat(jobs).hasSize(2);
    for (Job job : jobs) {
      PodSpec pod = job.getSpec().getTemplate().getSpec();
      assertThat(pod.getAutomountServiceAccountToken()).isFalse();
      assertThat(pod.getEnableServiceLinks()).isFalse();
      assertThat(pod.getSecurityContext().getRunAsNonRoot()).isTrue();
      assertThat(pod.getSecurityContext().getRunAsUser()).isEqualTo(65532);
      assertThat(pod.getSecurityContext().getSeccompProfile().getType())
          .isEqualTo("RuntimeDefault");
      for (Container container : containers(job)) {
        var may = container.getSecurityContext();
        assertThat(may.getAllowPrivilegeEscalation()).isFalse();
        assertThat(may.getReadOnlyRootFilesystem()).isTrue();
        assertThat(may.getCapabilities().getDrop()).containsExactly("ALL");
        assertThat(container.getResources().getRequests()).containsOnlyKeys("cpu", "memory");
        assertThat(container.getResources().getLimits()).containsOnlyKeys("memory");
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"base", "s3"})
  void noPodIsTriedAgain(String overlay) throws Exception {
    for (Job job : Manifests.build(overlay).all(Job.class)) {
      assertThat(job.getSpec().getBackoffLimit()).isZero();
      assertThat(job.getSpec().getTemplate().getSpec().getRestartPolicy()).isEqualTo("Never");
      assertThat(job.getSpec().getActiveDeadlineSeconds()).isPositive();
    }
  }

  @ParameterizedTest
  @CsvSource({"base, 4", "base, 7", "s3, 4", "s3, 7"})
  void howManyShardsThereAreIsSaidOnce(String overlay, int shards, @TempDir Path folder)
      throws Exception {
    for (String part : List.of("base", "base/budgets", "s3")) {
      Path copy = Files.createDirectories(folder.resolve(part));
      try (Stream<Path> files = Files.list(BASE.resolveSibling(part))) {
        for (Path file : files.filter(Files::isRegularFile).toList()) {
          Files.copy(file, copy.resolve(file.getFileName()));
        }
      }
    }
    Path said = folder.resolve("base/shards.yaml");
    String text = Files.readString(said);
    Files.writeString(said, text.replace("completions: 4", "completions: " + shards));

    Manifests built = Manifests.build(folder.resolve(overlay));

    var spec = built.job("shadow-shards").getSpec();
    assertThat(spec.getCompletionMode()).isEqualTo("Indexed");
    assertThat(List.of(spec.getCompletions(), spec.getParallelism())).containsOnly(shards);
    assertThat(
            Stream.of("shadow-shards", "shadow-merge")
                .flatMap(job -> containers(built.job(job)).stream())
                .flatMap(container -> container.getEnv().stream())
                .filter(variable -> variable.getName().equals("SHARDS"))
                .map(EnvVar::getValue))
        .hasSize(2)
        .containsOnly(String.valueOf(shards));
  }

  @ParameterizedTest
  @ValueSource(strings = {"base", "s3"})
  void everyMountHasItsVolume(String overlay) throws Exception {
    Manifests built = Manifests.build(overlay);
    for (Job job : built.all(Job.class)) {
      List<Volume> volumes = job.getSpec().getTemplate().getSpec().getVolumes();
      assertThat(containers(job))
          .flatExtracting(Container::getVolumeMounts)
          .extracting(VolumeMount::getName)
          .isSubsetOf(volumes.stream().map(Volume::getName).toList());
    }
    assertThat(built.all(PersistentVolumeClaim.class)).hasSize(overlay.equals("base") ? 1 : 0);
  }

  @Test
  void onlyOurOwnImageIsLeftToBePinned() throws Exception {
    assertThat(Manifests.build("s3").all(Job.class))
        .flatExtracting(ManifestsIT::containers)
        .extracting(Container::getImage)
        .allMatch(
            image ->
                image.equals("shadow-load:1.0.0")
                    || image.matches("rclone/rclone:[\\d.]+@sha256:[0-9a-f]{64}"));
  }

  @Test
  void itsBudgetsAreThoseOfTheProject() throws IOException {
    Path copies = BASE.resolve("budgets");
    new Golden(copies.resolve("shadow.json"))
        .assertIs(Files.readString(Path.of("budgets/shadow.json")));
    for (String name : List.of("shadow-stats.schema.json", "shadow-events.schema.json")) {
      new Golden(copies.resolve(name))
          .assertIs(Files.readString(Path.of("budgets/contracts", name)));
    }
  }

  @Test
  void aFieldThatKubernetesDoesNotKnowIsFound() {
    String job =
        """
        apiVersion: batch/v1
        kind: Job
        metadata: {name: one}
        spec:
          template:
            spec:
              containers:
                - name: one
                  securityContext: {readOnlyRootFileSystem: true}
        """;
    assertThatExceptionOfType(JsonMappingException.class)
        .isThrownBy(() -> Manifests.parse(job))
        .withMessageContaining("readOnlyRootFileSystem");
  }
}

package io.chainbridge.shadow.ops;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What Kustomize makes of a folder, read by the types that fabric8 has made of Kubernetes' API. */
record Manifests(List<HasMetadata> all) {
  private static final Path KUBECTL = Path.of("/usr/bin/kubectl");

  private static final Map<String, Class<? extends HasMetadata>> KINDS =
      Map.of(
          "Job", Job.class,
          "ConfigMap", ConfigMap.class,
          "PersistentVolumeClaim", PersistentVolumeClaim.class);

  /** Those types keep what they do not know; here it is an error. */
  private static final ObjectMapper STRICT =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .annotationIntrospector(
              new JacksonAnnotationIntrospector() {
                private static final long serialVersionUID = 1L;

                @Override
                public Boolean hasAnySetter(Annotated annotated) {
                  return false;
                }
              })
          .build();

  /** Of an overlay below src/ops/kubernetes; the test is skipped without kubectl. */
  static Manifests build(String overlay) throws IOException, InterruptedException {
    return build(Path.of("src/ops/kubernetes", overlay));
  }

  /** Of any folder. */
  static Manifests build(Path folder) throws IOException, InterruptedException {
    assumeTrue(Files.isExecutable(KUBECTL), "kubectl is not installed");
    Process process =
        new ProcessBuilder(KUBECTL.toString(), "kustomize", folder.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    String yaml = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertThat(process.waitFor()).isZero();
    return parse(yaml);
  }

  /**
   * Of YAML, one document each.
   *
   * @throws IOException if a document has what its kind has not
   */
  static Manifests parse(String yaml) throws IOException {
    YAMLFactory format = new YAMLFactory();
    List<HasMetadata> all = new ArrayList<>();
    try (var documents =
        new ObjectMapper(format).readerFor(JsonNode.class).<JsonNode>readValues(yaml)) {
      while (documents.hasNext()) {
        JsonNode document = documents.next();
        String kind = document.path("kind").asText();
        assertThat(KINDS).containsKey(kind);
        all.add(STRICT.treeToValue(document, KINDS.get(kind)));
      }
    }
    return new Manifests(all);
  }

  /** Of a kind. */
  <T extends HasMetadata> List<T> all(Class<T> kind) {
    return all.stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  Job job(String name) {
    return all(Job.class).stream()
        .filter(job -> job.getMetadata().getName().equals(name))
        .findFirst()
        .orElseThrow();
  }

  /** What a map holds, by its name with the hash that Kustomize adds. */
  Map<String, String> configMap(String name) {
    return all(ConfigMap.class).stream()
        .filter(map -> map.getMetadata().getName().equals(name))
        .findFirst()
        .orElseThrow()
        .getData();
  }
}

package io.chainbridge.shadow.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class MetricsDocumentTest {

  @Test
  void tellsEveryMetricAsTheListHasIt() throws IOException {
    List<String> rows =
        Files.readAllLines(Path.of(".github", "metrics.md")).stream()
            .filter(line -> line.startsWith("| `shadow_load_"))
            .toList();
    assertThat(rows)
        .containsExactlyElementsOf(
            Arrays.stream(Metric.values()).map(MetricsDocumentTest::row).toList());
  }

  private static String row(Metric metric) {
    String labels =
        metric.labels().stream().map("`%s`"::formatted).collect(Collectors.joining(" "));
    return "| `%s` | %s | %s | %s |"
        .formatted(
            metric.fullName(), metric.type().key(), labels, metric.help().replaceFirst("\\.$", ""));
  }
}

package io.chainbridge.shadow.ops;

import static org.assertj.core.api.Assertions.assertThat;

import io.chainbridge.shadow.pipeline.NodeScripts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The dashboard, by the types that Grafana publishes. */
class GrafanaDashboardIT {
  private static final Path DASHBOARD = Path.of("src/ops/grafana/dashboards/shadow-load.json");

  private static NodeScripts scripts;

  @BeforeAll
  static void start(@TempDir Path node) {
    scripts = NodeScripts.ofGrafana(node);
  }

  @Test
  void grafanasOwnTypesHaveNothingAgainstIt() {
    assertThat(problems(DASHBOARD)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"gridPos, gridpos", "textMode, textmode", "stepAfter, stepafter", "heatmap, heat"})
  void grafanasOwnTypesSeeWhatIsWrong(String right, String wrong, @TempDir Path folder)
      throws IOException {
    String dashboard = Files.readString(DASHBOARD);
    Path file = Files.writeString(folder.resolve("wrong.json"), dashboard.replace(right, wrong));
    assertThat(problems(file)).contains(wrong);
  }

  private static String problems(Path file) {
    return scripts.run("check.mjs", List.of(file.toString()));
  }
}

package io.chainbridge.shadow.ops;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The image's own command, in its working folder, without Maven and without the checkout. */
class ImageIT {
  @TempDir Path folder;

  @Test
  void aContainerThatIsToldNothingElseProbesTheReferenceService() throws Exception {
    Dockerfile dockerfile = Dockerfile.read();
    Path shadow = Files.createDirectory(folder.resolve("shadow"));
    dockerfile.assemble(shadow);
    List<String> command = new ArrayList<>(dockerfile.command());
    assertThat(command.get(0)).isEqualTo("java");
    command.set(0, Path.of(System.getProperty("java.home"), "bin", "java").toString());
    Path console = folder.resolve("console.txt");
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(shadow.toFile())
            .redirectErrorStream(true)
            .redirectOutput(console.toFile());
    builder.environment().clear();
    builder
        .environment()
        .putAll(Map.of("SHADOW_P95_MS", "5000", "SHADOW_P99_MS", "5000", "SHADOW_WARMUP", "3"));

    Process process = builder.start();

    try {
      assertThat(process.waitFor(3, TimeUnit.MINUTES)).isTrue();
      assertThat(process.exitValue()).as(Files.readString(console)).isZero();
      assertThat(Files.readString(console)).contains("Verdict: passed", "Report: reports/");
      assertThat(shadow.resolve("reports/latest/gatling/index.html")).isNotEmptyFile();
    } finally {
      process.destroyForcibly();
      Dockerfile.unlink(folder); // JUnit would say of each link that it deletes it
    }
  }
}

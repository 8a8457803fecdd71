package io.chainbridge.shadow.ops;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What can be said of the Dockerfile without building an image. */
class DockerfileTest {
  private final Dockerfile dockerfile = Dockerfile.read();

  @Test
  void everyImageIsPinnedByTagAndDigest() {
    assertThat(dockerfile.all("FROM"))
        .hasSize(2)
        .allMatch(image -> image.matches("[\\w/-]+:[\\w.-]+@sha256:[0-9a-f]{64}( AS build)?"));
  }

  @Test
  void itsUserIsNoNameAndNotRoot() {
    assertThat(dockerfile.all("USER")).containsExactly("65532:65532");
  }

  @Test
  void whatItCopiesFromTheProjectIsThereAndNotIgnored() throws IOException {
    List<String> ignored = Files.readAllLines(Path.of(".dockerignore"));
    assertThat(dockerfile.all("COPY").stream().filter(copy -> !copy.startsWith("--from")))
        .map(copy -> copy.split(" ", -1)[0])
        .isNotEmpty()
        .allSatisfy(
            source -> {
              assertThat(Path.of(source)).exists();
              assertThat(ignored).contains("!" + source);
            });
  }
}

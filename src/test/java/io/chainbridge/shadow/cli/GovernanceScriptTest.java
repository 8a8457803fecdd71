package io.chainbridge.shadow.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The script for pre-commit, with a Maven that only says what it is asked. */
class GovernanceScriptTest {
  @TempDir private Path folder;

  @Test
  void theFolderMayHaveSpacesAndApostrophes() throws Exception {
    Path maven = Files.createDirectory(folder.resolve("bin")).resolve("mvn");
    Files.writeString(maven, "#!/bin/sh\nfor last; do :; done; printf %s \"$last\"\n");
    assertThat(maven.toFile().setExecutable(true)).isTrue();
    Path checkout = Files.createDirectory(folder.resolve("it's one"));
    ProcessBuilder script =
        new ProcessBuilder("sh", Path.of(".ci/governance").toAbsolutePath().toString(), "--base=x")
            .directory(checkout.toFile());
    script.environment().merge("PATH", maven.getParent() + ":", (path, first) -> first + path);
    Process process = script.start();
    assertThat(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
        .isEqualTo("-Dexec.args=governance --checkout \"%s\" --base=x".formatted(checkout));
  }
}

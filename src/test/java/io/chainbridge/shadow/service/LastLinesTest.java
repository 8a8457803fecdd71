package io.chainbridge.shadow.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LastLinesTest {
  @TempDir Path folder;

  @Test
  void areTheLastFiveThatAreNotBlank() throws IOException {
    assertThat(lastLines("1\n2\n3\n\n4\r\n  5\n \n6"))
        .isEqualTo("\"2\", \"3\", \"4\", \"5\", \"6\"");
  }

  @Test
  void ofAnEmptyLogThereAreNone() throws IOException {
    assertThat(lastLines("")).isEqualTo("none");
    assertThat(lastLines("\n \n")).isEqualTo("none");
  }

  @Test
  void holdNothingThatActsOnATerminal() throws IOException {
    assertThat(lastLines("a\u001b[31mb\tc\u0007\u202ed\u2028e\n")).isEqualTo("\"a?[31mb c??d?e\"");
  }

  @Test
  void areCutWhereTheyAreLongHoweverLongTheLogIs() throws IOException {
    assertThat(lastLines("y".repeat(100_000) + "\n" + "x".repeat(1_000)))
        .endsWith("\"" + "x".repeat(200) + "\"")
        .hasSizeLessThan(1_000);
  }

  private String lastLines(String log) throws IOException {
    Path file = folder.resolve("service.log");
    Files.writeString(file, log);
    return LastLines.of(file);
  }
}

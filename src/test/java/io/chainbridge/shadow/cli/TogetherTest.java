package io.chainbridge.shadow.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TogetherTest {
  @TempDir private Path folder;
  private Path one;
  private Path other;

  @BeforeEach
  void begin() throws IOException {
    one = Files.writeString(folder.resolve("one"), "1");
    other = Files.writeString(Files.createDirectory(folder.resolve("inner")).resolve("other"), "2");
  }

  @Test
  void allAreWrittenAndNoDraftIsLeft() throws IOException {
    Together.write(texts(other));
    assertThat(one).hasContent("3");
    assertThat(other).hasContent("4");
    assertNoDraft();
  }

  @Test
  void theirPermissionsAndLinksStay() throws IOException {
    Files.setPosixFilePermissions(other, PosixFilePermissions.fromString("rw-rw-r--"));
    Path link = Files.createSymbolicLink(folder.resolve("link"), other);
    Together.write(texts(link));
    assertThat(link).isSymbolicLink().hasContent("4");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(other)))
        .isEqualTo("rw-rw-r--");
  }

  /** A draft that is a folder with something in it cannot be made a file. */
  @ParameterizedTest
  @ValueSource(strings = {"missing", "undrafted"})
  void ifOneCannotBeWrittenNoneIs(String why) throws IOException {
    if (why.equals("missing")) {
      Files.delete(other);
    } else {
      Files.createDirectories(folder.resolve("inner/.other.draft/x"));
    }
    assertThatThrownBy(() -> Together.write(texts(other))).isInstanceOf(IOException.class);
    assertThat(one).hasContent("1");
  }

  private Map<Path, String> texts(Path second) {
    Map<Path, String> texts = new LinkedHashMap<>();
    texts.put(one, "3");
    texts.put(second, "4");
    return texts;
  }

  private void assertNoDraft() throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .noneMatch(n -> n.contains("draft"));
    }
  }
}

package io.chainbridge.shadow;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.UnaryOperator;

/**
 * A file that holds what some text must be, in src/test/resources/golden if nothing else is said.
 * {@code -Dgolden.update=true} writes the files anew, for a developer to read and commit; never in
 * CI.
 */
public record Golden(Path file) {

  public Golden(String name) {
    this(Path.of("src", "test", "resources", "golden", name));
  }

  /** Compares the whole text. */
  public void assertIs(String text) {
    assertIs(text, UnaryOperator.identity());
  }

  /** Compares what matters of it. */
  public void assertIs(String text, UnaryOperator<String> relevant) {
    if (Boolean.getBoolean("golden.update")) {
      update(text);
    }
    assertThat(relevant.apply(text)).isEqualTo(relevant.apply(text()));
  }

  /** What it holds, with the line breaks of Unix. */
  public String text() {
    try {
      return Files.readString(file).replace("\r\n", "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void update(String text) {
    assertThat(System.getenv("CI")).as("golden.update in CI").isNotEqualTo("true");
    try {
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

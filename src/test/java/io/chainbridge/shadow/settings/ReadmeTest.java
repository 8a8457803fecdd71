package io.chainbridge.shadow.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReadmeTest {

  @Test
  void tellsEverySettingAsTheCatalogueHasIt() throws IOException {
    assertThat(settingsTable())
        .containsExactlyElementsOf(
            Catalogue.ALL.stream()
                .map(
                    setting ->
                        List.of(
                            setting.environmentOnly() ? "none" : setting.property(),
                            setting.environment(),
                            setting.fallback().toString(),
                            setting.meaning()))
                .toList());
  }

  /** The cells of the first table of the section "Settings", less its head and any backticks. */
  private static List<List<String>> settingsTable() throws IOException {
    return Files.readAllLines(Path.of("README.md")).stream()
        .dropWhile(line -> !line.equals("## Settings"))
        .dropWhile(line -> !line.startsWith("|"))
        .takeWhile(line -> line.startsWith("|"))
        .skip(2)
        .map(ReadmeTest::cells)
        .toList();
  }

  private static List<String> cells(String row) {
    return Arrays.stream(row.substring(1).split("\\|"))
        .map(cell -> cell.replace("`", "").strip())
        .toList();
  }
}

package io.chainbridge.shadow.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the benchmarks of one run have found so far, and where they may leave files. */
public final class Findings {
  private final Path folder;
  private final int rounds;
  private final List<Comparison> comparisons = new ArrayList<>();
  private final Map<String, String> sections = new LinkedHashMap<>();

  Findings(Path folder, int rounds) {
    this.folder = folder;
    this.rounds = rounds;
  }

  /** How often what is compared is to take turns. */
  public int rounds() {
    return rounds;
  }

  /** A new folder, for files that are of no use once the benchmark is over. */
  public Path folder(String name) throws IOException {
    return Files.createTempDirectory(Files.createDirectories(work()), name).toAbsolutePath();
  }

  void deleteFolders() throws IOException {
    Folders.delete(work());
  }

  private Path work() {
    return folder.resolve("work");
  }

  /** One more line of the table; it is printed, too. */
  public void add(Comparison comparison) {
    comparisons.add(comparison);
    System.out.print(ComparisonTable.row(comparison));
  }

  /**
   * One more section after the table.
   *
   * @param text in Markdown
   */
  public void add(String title, String text) {
    sections.put(title, text);
    System.out.println(text);
  }

  List<Comparison> comparisons() {
    return List.copyOf(comparisons);
  }

  Map<String, String> sections() {
    return sections;
  }
}

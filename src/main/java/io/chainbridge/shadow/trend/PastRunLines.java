package io.chainbridge.shadow.trend;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Runs of the past in one file, each on a line as a history has it in a file of its own. */
public final class PastRunLines {
  /** The file's name in the folder of a run: the past runs that its reports were made with. */
  public static final String FILE = "history.jsonl";

  private PastRunLines() {}

  /** The file's text. */
  public static String write(List<PastRun> runs) {
    return runs.stream().map(PastRunJson::write).collect(Collectors.joining());
  }

  /** What is in the file's text, in its order; a line that is no run is skipped and named. */
  public static History.Contents read(String text) {
    List<PastRun> runs = new ArrayList<>();
    List<String> warnings = new ArrayList<>();
    List<String> lines = text.lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      try {
        runs.add(PastRunJson.read(lines.get(i).getBytes(UTF_8)));
      } catch (IllegalArgumentException e) {
        warnings.add("line %d is skipped: %s".formatted(i + 1, e.getMessage()));
      }
    }
    return new History.Contents(List.copyOf(runs), List.copyOf(warnings));
  }
}

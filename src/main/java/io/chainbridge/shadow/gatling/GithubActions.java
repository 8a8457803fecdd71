package io.chainbridge.shadow.gatling;

import io.chainbridge.shadow.record.RunRecord;
import io.chainbridge.shadow.report.GithubAnnotations;
import io.chainbridge.shadow.report.MarkdownSummary;
import io.chainbridge.shadow.trend.RunTrend;
import io.chainbridge.shadow.verdict.Verdict;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.Optional;

/**
 * The job of GitHub Actions that this run is a step of, if it is one: shown the summary, and errors
 * beside the code. Elsewhere it does nothing. That it cannot be told is a warning: the verdict
 * stands without it.
 */
final class GithubActions {
  private final Optional<String> summary;
  private final boolean annotates;

  private GithubActions(Optional<String> summary, boolean annotates) {
    this.summary = summary;
    this.annotates = annotates;
  }

  /** As the environment says. */
  static GithubActions of(Map<String, String> environment) {
    return new GithubActions(
        Optional.ofNullable(environment.get("GITHUB_STEP_SUMMARY")).filter(name -> !name.isBlank()),
        "true".equals(environment.get("GITHUB_ACTIONS")));
  }

  void tell(RunRecord run, Verdict verdict, RunTrend trend) {
    if (annotates) {
      GithubAnnotations.of(run, verdict, trend).forEach(System.out::println);
    }
    summary.ifPresent(file -> append(file, MarkdownSummary.write(run, verdict, trend)));
  }

  /** After what the step has written before, as long as GitHub takes it all. */
  private static void append(String name, String text) {
    try {
      Path file = Path.of(name);
      long before = Files.exists(file) ? Files.size(file) : 0;
      byte[] bytes = ("\n" + text).getBytes(StandardCharsets.UTF_8);
      if (before + bytes.length > MarkdownSummary.MOST_BYTES) {
        throw new IOException(
            "with it GitHub would drop all of it, %d KB".formatted((before + bytes.length) / 1024));
      }
      Files.write(file, bytes, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } catch (IOException | InvalidPathException e) {
      System.err.println("warning: no summary of this run in " + name + ": " + e);
    }
  }
}

package io.chainbridge.shadow.cli;

import io.chainbridge.shadow.pipeline.Evidence;
import io.chainbridge.shadow.pipeline.Job;
import io.chainbridge.shadow.pipeline.PipelineSummary;
import io.chainbridge.shadow.pipeline.PipelineVerdict;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * Sums up a pipeline's run: appended to the step's summary, or printed where there is none.
 *
 * <p>Exits with 0 if nothing blocks the change, 1 if something does, 2 if the jobs cannot be read.
 */
@Command(
    name = "ci-summary",
    description = "Sums up the jobs of a pipeline and says whether the change is blocked.",
    mixinStandardHelpOptions = true)
final class CiSummaryCommand implements Callable<Integer> {
  private static final int BLOCKED = 1;
  private static final int UNREADABLE = 2;

  @Spec private CommandSpec spec;

  @Option(
      names = "--needs",
      paramLabel = "JSON",
      defaultValue = "${env:NEEDS}",
      description = "The jobs, as toJSON(needs) gives them; the environment's NEEDS if absent.")
  private @Nullable String needs;

  @Option(
      names = "--evidence",
      paramLabel = "DIR",
      required = true,
      description = "The folder with what the jobs left behind; it may be missing.")
  private Path evidence;

  @Option(
      names = "--summary",
      paramLabel = "FILE",
      defaultValue = "${env:GITHUB_STEP_SUMMARY}",
      description = "Where to append the summary; the environment's GITHUB_STEP_SUMMARY if absent.")
  private @Nullable String summary;

  @Parameters(paramLabel = "JOB", arity = "0..*", description = "Jobs that may be skipped.")
  private List<String> optional = List.of();

  @Override
  public Integer call() {
    try {
      List<Job> jobs = Job.needed(given(needs));
      Evidence found = Evidence.in(evidence);
      PipelineVerdict verdict = PipelineVerdict.of(jobs, Set.copyOf(optional), found);
      tell(PipelineSummary.write(jobs, verdict, found));
      verdict.reasons().forEach(reason -> spec.commandLine().getErr().println(reason));
      return verdict.passed() ? 0 : BLOCKED;
    } catch (IllegalArgumentException e) {
      return failed("--needs: " + e.getMessage());
    } catch (IOException e) {
      return failed("no summary: " + e);
    }
  }

  private void tell(String text) throws IOException {
    if (given(summary).isEmpty()) {
      spec.commandLine().getOut().println(text);
      spec.commandLine().getOut().flush();
    } else {
      Files.write(
          Path.of(given(summary)),
          text.getBytes(StandardCharsets.UTF_8),
          StandardOpenOption.CREATE,
          StandardOpenOption.APPEND);
    }
  }

  /** Picocli has null for a variable that is not set. */
  private static String given(@Nullable String text) {
    return Objects.requireNonNullElse(text, "");
  }

  private int failed(String message) {
    spec.commandLine().getErr().println(message);
    return UNREADABLE;
  }
}

package io.chainbridge.shadow.cli;

import io.chainbridge.shadow.gatling.Branch;
import io.chainbridge.shadow.gatling.RunFolder;
import io.chainbridge.shadow.notice.Channel;
import io.chainbridge.shadow.notice.Notifier;
import io.chainbridge.shadow.notice.ToldRun;
import io.chainbridge.shadow.record.RecordJson;
import io.chainbridge.shadow.report.Quotation;
import io.chainbridge.shadow.report.StoredVerdict;
import io.chainbridge.shadow.settings.InvalidInputException;
import io.chainbridge.shadow.trend.History;
import io.chainbridge.shadow.trend.PastRunLines;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * Tells of a run that is over, by what is in its folder: for a job of a CI server that alone has
 * the secrets.
 *
 * <p>Exits with 0 even if a channel does not take it, 1 if there is no run that can be read, 2 if
 * the command line or a setting makes no sense.
 */
@Command(
    name = "notice",
    description = "Tells Slack, Teams, PagerDuty or a webhook of a run that is over.",
    mixinStandardHelpOptions = true)
final class NoticeCommand implements Callable<Integer> {
  private static final int UNREADABLE = 1;
  private static final int UNUSABLE = 2;
  private static final int LONGEST_WARNING = 400;

  @Mixin private NoticeOptions options;

  @Parameters(
      paramLabel = "DIR",
      arity = "0..1",
      defaultValue = "reports/latest",
      description = "The folder of the run; ${DEFAULT-VALUE} if absent.")
  private Path folder;

  @Option(
      names = "--branch",
      paramLabel = "B",
      description =
          "That was tested, where history.jsonl of the folder does not say; what the CI server or"
              + " the checkout says if absent.")
  private @Nullable String branch;

  @Override
  public Integer call() {
    try {
      Notifier notifier = options.notifier();
      ToldRun run = read();
      Map<Channel, List<String>> messages = notifier.messages(run);
      if (messages.isEmpty()) {
        options.say(
            "Nothing to tell of run %s: nothing changed, or its figures are not the service's."
                .formatted(Quotation.of(run.record().runId(), LONGEST_WARNING)));
      } else if (options.dryRun()) {
        options.print(messages);
      } else if (notifier.isSet()) {
        options.report(notifier.tell(run));
      } else {
        options.say("Nobody is to be told: no variable SHADOW_NOTICE_... is set.");
      }
      return 0;
    } catch (InvalidInputException e) {
      return options.failed(e.getMessage(), UNUSABLE);
    } catch (UnreadableException e) {
      return options.failed(e.getMessage(), UNREADABLE);
    }
  }

  private static final class UnreadableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnreadableException(String message) {
      super(message);
    }
  }

  private ToldRun read() {
    RunFolder run = RunFolder.of(folder);
    History.Contents past = PastRunLines.read(text(run, PastRunLines.FILE).orElse(""));
    past.warnings()
        .forEach(
            warning ->
                options.failed(
                    "warning: %s, %s"
                        .formatted(PastRunLines.FILE, Quotation.of(warning, LONGEST_WARNING)),
                    0));
    return ToldRun.of(
        needed(run, "run.json", RecordJson::read),
        needed(run, "verdict.json", StoredVerdict::read),
        past.runs(),
        Optional.ofNullable(branch).or(() -> Branch.find(options.environment(), Path.of(""))));
  }

  private <T> T needed(RunFolder run, String name, Function<String, T> reader) {
    String text =
        text(run, name)
            .orElseThrow(
                () ->
                    new UnreadableException(
                        "%s: no such file; name the folder of a run"
                            .formatted(folder.resolve(name))));
    try {
      return reader.apply(text);
    } catch (IllegalArgumentException e) {
      throw new UnreadableException(
          "%s: %s"
              .formatted(
                  folder.resolve(name),
                  Quotation.of(String.valueOf(e.getMessage()), LONGEST_WARNING)));
    }
  }

  private Optional<String> text(RunFolder run, String name) {
    try {
      return run.read(name);
    } catch (IOException e) {
      throw new UnreadableException("%s: cannot be read: %s".formatted(folder.resolve(name), e));
    }
  }
}

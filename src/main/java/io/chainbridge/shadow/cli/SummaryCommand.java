package io.chainbridge.shadow.cli;

import io.chainbridge.shadow.notice.Notifier;
import io.chainbridge.shadow.notice.Summary;
import io.chainbridge.shadow.notice.SummaryText;
import io.chainbridge.shadow.settings.InvalidInputException;
import io.chainbridge.shadow.trend.History;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * Says what the runs of the last days came to, and tells Slack, Teams and the webhook.
 *
 * <p>Exits with 0 whatever it finds, 2 if the history cannot be read or a setting makes no sense.
 */
@Command(
    name = "summary",
    description = "Sums up the runs of the last days, and tells Slack, Teams and the webhook.",
    mixinStandardHelpOptions = true)
final class SummaryCommand implements Callable<Integer> {
  private static final int UNUSABLE = 2;
  private static final Pattern DAYS = Pattern.compile("([1-9]\\d{0,2})d");

  @Spec private CommandSpec spec;

  @Mixin private NoticeOptions options;

  @Mixin private HistoryOption history;

  private Duration since = Duration.ZERO;

  @Option(
      names = "--since",
      paramLabel = "DAYS",
      defaultValue = "7d",
      description = "How far to look back; 7d, which is 7 days, if absent.")
  void since(String text) {
    Matcher days = DAYS.matcher(text);
    if (!days.matches()) {
      throw new ParameterException(
          spec.commandLine(),
          "--since=%s: must be a number of days from 1d to 999d; for example --since=7d"
              .formatted(text));
    }
    since = Duration.ofDays(Long.parseLong(days.group(1)));
  }

  @Override
  public Integer call() {
    try {
      Notifier notifier = options.notifier();
      History.Contents contents = history.read();
      Instant now = Instant.now();
      Summary summary = Summary.of(contents.runs(), now.minus(since), now);
      if (options.dryRun()) {
        options.print(notifier.messages(summary));
      } else {
        spec.commandLine().getOut().print(SummaryText.write(summary));
        options.report(notifier.tell(summary));
      }
      return 0;
    } catch (InvalidInputException e) {
      return options.failed(e.getMessage(), UNUSABLE);
    }
  }
}

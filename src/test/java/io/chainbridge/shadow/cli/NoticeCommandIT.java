package io.chainbridge.shadow.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.chainbridge.shadow.Golden;
import io.chainbridge.shadow.PublishedSchema;
import io.chainbridge.shadow.notice.Receiver;
import io.chainbridge.shadow.trend.History;
import io.chainbridge.shadow.trend.Past;
import io.chainbridge.shadow.trend.PastRun;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** The commands that tell of a run that is over, and of some days. */
class NoticeCommandIT {
  private static final String LEAK = "s3cr3t40ab";

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private final Map<String, String> environment = new HashMap<>();

  @TempDir private Path folder;

  @BeforeEach
  void keepARun() throws IOException {
    Files.writeString(
        folder.resolve("run.json"),
        new Golden("../versions/run-1.json").text().replace("\"interrupted\"", "\"complete\""));
    Files.writeString(folder.resolve("budgets.json"), BUDGETS);
    run(
        new ReportCommand(),
        folder.resolve("run.json").toString(),
        "--budgets",
        folder.resolve("budgets.json").toString());
    out.getBuffer().setLength(0);
  }

  private static final String BUDGETS =
      """
      {"gate": "shadow", "limits": {"p95_latency_ms": 1, "max_failure_rate": 1},
       "endpoints": {
         "stats": {"method": "GET", "path": "/s"},
         "events": {"method": "GET", "path": "/e"},
         "drift": {"method": "GET", "path": "/d"}}}
      """;

  @Test
  void whoIsSetIsToldOfTheRunByWhatIsInItsFolder() {
    try (Receiver receiver = Receiver.answering(200)) {
      environment.put("SHADOW_NOTICE_WEBHOOK", "" + receiver.at("/" + LEAK));
      assertThat(notice()).as(err::toString).isZero();
      assertThat(out.toString()).isEqualTo("Sent to: the webhook" + System.lineSeparator());
      assertThat(err.toString()).isEmpty();
      assertThat(receiver.posts()).hasSize(1);
      assertThat(PublishedSchema.NOTICE.read(receiver.posts().get(0).body()).path("kind").asText())
          .isEqualTo("breach");
    }
  }

  @Test
  void aChannelThatFailsIsAWarning() {
    try (Receiver receiver = Receiver.answering(404)) {
      environment.put("SHADOW_NOTICE_SLACK_WEBHOOK", "" + receiver.at("/" + LEAK));
      assertThat(notice()).isZero();
      assertThat(err.toString())
          .isEqualTo("warning: Slack was not told: it answered 404" + System.lineSeparator());
    }
  }

  @Test
  void onlyWhoTookItIsSaidToBeTold() {
    try (Receiver well = Receiver.answering(200);
        Receiver unwell = Receiver.answering(404)) {
      environment.put("SHADOW_NOTICE_SLACK_WEBHOOK", "" + unwell.at("/"));
      environment.put("SHADOW_NOTICE_WEBHOOK", "" + well.at("/"));
      assertThat(notice()).isZero();
      assertThat(out.toString()).isEqualTo("Sent to: the webhook" + System.lineSeparator());
    }
  }

  @Test
  void aDryRunPrintsWhatEachChannelWouldBeToldAndSendsNothing() {
    try (Receiver receiver = Receiver.answering(200)) {
      environment.put("SHADOW_NOTICE_WEBHOOK", "" + receiver.at("/" + LEAK));
      environment.put("SHADOW_NOTICE_PAGERDUTY_ROUTING_KEY", LEAK + "0".repeat(22));
      environment.put("SHADOW_NOTICE_PAGERDUTY_AFTER", "1");
      assertThat(notice("--dry-run", "--branch", "main")).isZero();
      assertThat(out.toString())
          .contains("Slack:", "Microsoft Teams:", "the webhook:", "PagerDuty:", "\"***\"")
          .doesNotContain(LEAK);
      assertThat(receiver.posts()).isEmpty();
    }
  }

  @Test
  void thatNobodyIsSetIsSaid() {
    assertThat(notice()).isZero();
    assertThat(out.toString()).startsWith("Nobody is to be told");
  }

  @ParameterizedTest
  @CsvSource({"run.json, {", "verdict.json, {", "verdict.json, {}", "run.json, []"})
  void aFileThatCannotBeReadIsNamed(String file, String text) throws IOException {
    Files.writeString(folder.resolve(file), text);
    assertThat(notice()).isEqualTo(1);
    assertThat(err.toString()).startsWith(folder.resolve(file) + ": ").hasLineCount(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"run.json", "verdict.json"})
  void aFolderThatIsNoRunsIsNamed(String file) throws IOException {
    Files.delete(folder.resolve(file));
    assertThat(notice()).isEqualTo(1);
    assertThat(err.toString())
        .contains(folder.resolve(file) + ": no such file; name the folder of a run");
  }

  @Test
  void aSettingThatMakesNoSenseIsRefusedWithoutItsValue() {
    environment.put("SHADOW_NOTICE_WEBHOOK", "http://example.com/" + LEAK);
    assertThat(notice()).isEqualTo(2);
    assertThat(summary()).isEqualTo(2);
    assertThat(err.toString())
        .startsWith("SHADOW_NOTICE_WEBHOOK=***: must be an https address")
        .doesNotContain(LEAK);
  }

  @Test
  void aWeekIsPrintedAndToldButNotToPagerDuty() throws IOException {
    keepAWeek();
    try (Receiver receiver = Receiver.answering(200)) {
      environment.put("SHADOW_NOTICE_SLACK_WEBHOOK", "" + receiver.at("/slack"));
      environment.put("SHADOW_NOTICE_WEBHOOK", "" + receiver.at("/webhook"));
      environment.put("SHADOW_NOTICE_PAGERDUTY_ROUTING_KEY", LEAK + "0".repeat(22));
      environment.put("SHADOW_NOTICE_PAGERDUTY_URL", "" + receiver.at(""));
      assertThat(summary("--since", "3d")).as(err::toString).isZero();
      assertThat(out.toString())
          .contains("Gate shadow, Probe, branch main", "- 3 runs: 3 passed", "Sent to: Slack, the");
      assertThat(receiver.posts())
          .extracting(Receiver.Post::path)
          .containsExactlyInAnyOrder("/slack", "/webhook");
    }
  }

  @Test
  void aWeekInADryRunIsPrintedAsMessagesAlone() throws IOException {
    keepAWeek();
    assertThat(summary("--dry-run")).isZero();
    assertThat(out.toString()).startsWith("Slack:").contains("Microsoft Teams:", "the webhook:");
  }

  @Test
  void aWeekWithoutARunSaysSo() {
    assertThat(summary()).isZero();
    assertThat(out.toString()).contains("- no run of any gate in that time");
  }

  @ParameterizedTest
  @ValueSource(strings = {"7", "0d", "-1d", "1w", "1000d", ""})
  void aTimeThatMakesNoSenseIsRefused(String since) {
    assertThat(summary("--since=" + since)).isEqualTo(2);
    assertThat(err.toString())
        .contains("must be a number of days from 1d to 999d; for example --since=7d");
  }

  /** Runs a day apart, the last of them an hour ago. */
  private void keepAWeek() throws IOException {
    History history = new History(folder.resolve("history"));
    for (int ago = 0; ago < 5; ago++) {
      PastRun run = Past.run(ago, 12);
      history.add(
          new PastRun(
              run.runId(),
              Instant.now().minus(Duration.ofDays(ago)).minus(Duration.ofHours(1)),
              run.subject(),
              run.commit(),
              run.verdict(),
              run.outcomes()));
    }
  }

  private int notice(String... arguments) {
    String[] all = new String[arguments.length + 1];
    all[0] = folder.toString();
    System.arraycopy(arguments, 0, all, 1, arguments.length);
    return run(new NoticeCommand(), all);
  }

  private int summary(String... arguments) {
    String[] all = new String[arguments.length + 2];
    all[0] = "--history";
    all[1] = folder.resolve("history").toString();
    System.arraycopy(arguments, 0, all, 2, arguments.length);
    return run(new SummaryCommand(), all);
  }

  private int run(Object command, String... arguments) {
    CommandLine line = new CommandLine(command);
    line.getMixins()
        .values()
        .forEach(
            mixin -> {
              if (mixin instanceof NoticeOptions options) {
                options.in(environment);
              }
            });
    return line.setOut(new PrintWriter(out)).setErr(new PrintWriter(err, true)).execute(arguments);
  }
}

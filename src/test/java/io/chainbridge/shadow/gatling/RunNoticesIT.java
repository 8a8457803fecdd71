package io.chainbridge.shadow.gatling;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.chainbridge.shadow.PublishedSchema;
import io.chainbridge.shadow.notice.Receiver;
import io.chainbridge.shadow.settings.Shape;
import io.chainbridge.shadow.trend.History;
import io.chainbridge.shadow.trend.Past;
import io.chainbridge.shadow.trend.PastOutcome;
import io.chainbridge.shadow.trend.PastRun;
import io.chainbridge.shadow.trend.Subject;
import io.chainbridge.shadow.verdict.Outcome;
import io.chainbridge.shadow.verdict.Verdict;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who is told at the end of a run, and that it changes nothing else. */
class RunNoticesIT {
  private static final String LEAK = "s3cr3t9e41";
  private static final String KEY = LEAK + "x".repeat(32 - LEAK.length());

  @TempDir Path folder;

  private final Target target = Target.start().on("/test", Answer.status(503));

  @AfterEach
  void stop() {
    target.close();
  }

  @Test
  void everyChannelIsToldOfABreachAndTheSecretsAreNowhereElse() throws IOException {
    try (Receiver receiver = Receiver.answering(202)) {
      GateResult result = gate(receiver).run();

      assertThat(result.exitCode()).as(result::console).isEqualTo(2);
      assertThat(result.console()).doesNotContain("warning: ");
      assertThat(receiver.posts())
          .extracting(Receiver.Post::path)
          .containsExactlyInAnyOrder(
              "/slack/" + LEAK, "/teams/?sig=" + LEAK, "/webhook/" + LEAK, "/v2/enqueue");
      JsonNode webhook = PublishedSchema.NOTICE.read(posted(receiver, "/webhook/"));
      assertThat(webhook.path("kind").asText()).isEqualTo("breach");
      assertThat(webhook.path("branch").asText()).isEqualTo("main");
      assertThat(webhook.path("run_id").asText())
          .isEqualTo(result.reports().toRealPath().getFileName().toString());
      assertThat(posted(receiver, "/v2/enqueue"))
          .contains("\"trigger\"", "shadow-load/test/test", KEY);
      assertNoSecret(result);
      assertThat(result.run().toString())
          .contains(
              "{\"name\":\"notice.slackWebhook\",\"value\":\"***\",\"origin\":\"environment\"}");
    }
  }

  @Test
  void channelsThatFailAreWarningsWithinTimeAndTheVerdictStands() throws IOException {
    try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Receiver receiver = Receiver.answering(404)) {
      GateResult result =
          gate(receiver)
              .withEnvironment(
                  "SHADOW_NOTICE_TEAMS_WEBHOOK",
                  "http://127.0.0.1:%d/%s".formatted(silent.getLocalPort(), LEAK))
              .run();

      assertThat(result.exitCode()).as(result::console).isEqualTo(2);
      assertThat(result.status()).isEqualTo("breached");
      assertThat(result.err().lines().filter(line -> line.startsWith("warning: ")))
          .hasSize(4)
          .contains(
              "warning: Slack was not told: it answered 404",
              "warning: PagerDuty was not told: it answered 404")
          .anyMatch(
              line ->
                  line.matches(
                      "warning: Microsoft Teams was not told: no answer, after \\d tries"));
      assertNoSecret(result);
    }
  }

  @Test
  void aRecoveryIsToldAndAFailureToTellItLetsTheRunPass() throws IOException {
    recoverable();
    try (Receiver receiver = Receiver.answering(400)) {
      GateResult result = gate(receiver).run();

      assertThat(result.exitCode()).as(result::console).isZero();
      assertThat(result.status()).isEqualTo("passed");
      assertThat(posted(receiver, "/webhook/")).contains("\"recovery\"");
      assertThat(posted(receiver, "/v2/enqueue")).contains("\"resolve\"");
      assertThat(result.err()).contains("warning: Slack was not told: it answered 400");
    }
  }

  /** After a run that was broken, of a service that is well. */
  private void recoverable() throws IOException {
    target.on("/test", Answer.json("{}"));
    Subject subject =
        new Subject(
            "test",
            Shape.PROBE,
            target.uri().toString(),
            Optional.of("closed model, 1 user, 20 requests per endpoint"),
            Optional.of("main"));
    new History(folder.resolve("reports/history"))
        .add(
            new PastRun(
                "before",
                Past.START,
                subject,
                Optional.empty(),
                Verdict.Status.BREACHED,
                List.of(
                    new PastOutcome(
                        "",
                        "test",
                        "max_failure_rate",
                        0.05,
                        OptionalDouble.of(1),
                        Outcome.Result.BREACHED,
                        20))));
  }

  @Test
  void thatNobodyAnsweredIsNotToldOfTheService() throws IOException {
    try (Receiver receiver = Receiver.answering(200)) {
      GateResult result = gate(receiver).against(nobody()).with("startTimeout", "1s").run();

      assertThat(result.exitCode()).as(result::console).isEqualTo(1);
      assertThat(result.status()).isEqualTo("no_data");
      assertThat(receiver.posts()).isEmpty();
    }
  }

  @Test
  void aSecretOnTheCommandLineStopsTheRunBeforeAnyRequest() {
    GateResult result =
        GateRun.in(folder)
            .against(target)
            .with("notice.slackWebhook", "https://hooks.slack.com/services/" + LEAK)
            .run();

    assertThat(result.exitCode()).isEqualTo(1);
    assertThat(result.err())
        .contains("-Dnotice.slackWebhook: is a secret", "SHADOW_NOTICE_SLACK_WEBHOOK");
    assertThat(result.console()).doesNotContain(LEAK);
    assertThat(target.requests("/health")).isZero();
  }

  /** What a service writes of its environment is kept as service.log. */
  @Test
  void aServiceThatTheRunStartsDoesNotSeeTheSecrets() throws IOException {
    try (Receiver receiver = Receiver.answering(200)) {
      GateResult result =
          gate(receiver)
              .against(nobody())
              .withEnvironment("VISIBLE", "for-all")
              .with("java.io.tmpdir", folder)
              .with("serviceCommand", "env; exit 3")
              .run();

      assertThat(result.exitCode()).as(result::console).isEqualTo(1);
      assertThat(result.reports().resolve("service.log")).content().contains("VISIBLE=for-all");
      assertNoSecret(result);
    }
  }

  private GateRun gate(Receiver receiver) {
    return GateRun.in(folder)
        .against(target)
        .withBudget(new Budget().endpoint("test"))
        .with("notice.pagerdutyAfter", 1)
        .with("notice.pagerdutyUrl", receiver.at(""))
        .withEnvironment("GITHUB_REF_NAME", "main")
        .withEnvironment("SHADOW_NOTICE_SLACK_WEBHOOK", "" + receiver.at("/slack/" + LEAK))
        .withEnvironment("SHADOW_NOTICE_TEAMS_WEBHOOK", "" + receiver.at("/teams/?sig=" + LEAK))
        .withEnvironment("SHADOW_NOTICE_WEBHOOK", "" + receiver.at("/webhook/" + LEAK))
        .withEnvironment("SHADOW_NOTICE_PAGERDUTY_ROUTING_KEY", KEY);
  }

  /** Where nobody listens. */
  private static URI nobody() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return URI.create("http://127.0.0.1:" + socket.getLocalPort());
    }
  }

  private static String posted(Receiver receiver, String path) {
    return receiver.posts().stream()
        .filter(post -> post.path().startsWith(path))
        .map(Receiver.Post::body)
        .findFirst()
        .orElseThrow();
  }

  private void assertNoSecret(GateResult result) throws IOException {
    assertThat(result.console()).doesNotContain(LEAK);
    try (Stream<Path> files = Files.walk(folder)) {
      assertThat(files.filter(Files::isRegularFile)).noneMatch(RunNoticesIT::holdsTheSecret);
    }
  }

  /** In one byte a character or in two: Gatling's log has both. */
  private static boolean holdsTheSecret(Path file) {
    try {
      return new String(Files.readAllBytes(file), ISO_8859_1).replace("\0", "").contains(LEAK);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

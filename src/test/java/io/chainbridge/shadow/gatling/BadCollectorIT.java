package io.chainbridge.shadow.gatling;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever is wrong with a collector changes no figure of a run, and what it loses is counted. */
class BadCollectorIT {
  @TempDir Path folder;

  /** What is wrong with a collector. */
  enum Trouble {
    REFUSES("connection refused"),
    NEVER_ANSWERS("no answer within .*"),
    SAYS_500("status 500"),
    TAKES_5_SECONDS("no answer within .*"),
    HANGS_UP("connection closed before the end of an answer"),
    HANGS_UP_IN_MID_ANSWER("connection closed before the end of an answer"),
    STOPS_IN_MID_ANSWER("no answer within .*"),
    TALKS_WITHOUT_END("no answer within .*"),
    REDIRECTS("status 307"),
    REJECTS_POINTS("7 data points rejected");

    private final String reason;

    Trouble(String reason) {
      this.reason = reason;
    }

    private Answer answer() {
      return switch (this) {
        case REFUSES, NEVER_ANSWERS -> Answer.silence();
        case SAYS_500 -> Answer.status(500);
        case TAKES_5_SECONDS -> Answer.json("{}").after(Duration.ofSeconds(5));
        case HANGS_UP -> Answer.hangUp();
        case HANGS_UP_IN_MID_ANSWER -> Answer.cut();
        case STOPS_IN_MID_ANSWER ->
            (exchange, number) -> {
              exchange.sendResponseHeaders(200, 1_000);
              exchange.getResponseBody().write('{');
              exchange.getResponseBody().flush();
            };
        case TALKS_WITHOUT_END ->
            (exchange, number) -> {
              exchange.sendResponseHeaders(200, 0);
              byte[] words = new byte[100_000];
              while (true) { // until whoever asked has gone
                exchange.getResponseBody().write(words);
              }
            };
        case REDIRECTS -> Answer.redirect(URI.create("http://127.0.0.1:9/"));
        case REJECTS_POINTS -> Answer.body("application/x-protobuf", new byte[] {10, 2, 8, 7});
      };
    }
  }

  @ParameterizedTest
  @EnumSource
  void aBadCollectorChangesNoFigureAndWhatItLosesIsCounted(Trouble trouble) {
    Answer slow = Answer.json("{}").but(Answer.status(503), 1, 25).after(Duration.ofMillis(50));
    Budget budget = new Budget().endpoint("slow");
    try (OtlpReceiver collector = OtlpReceiver.answering(trouble.answer());
        Target target = Target.start().on("/slow", slow)) {
      if (trouble == Trouble.REFUSES) {
        collector.die();
      }
      long start = System.nanoTime();
      GateResult result =
          GateRun.in(folder)
              .against(target)
              .withBudget(budget)
              .with("iterations", 40)
              .with("gatlingReport", false)
              .with("live.otlp", collector.uri())
              .run();

      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(60));
      assertThat(result.exitCode()).as(result::console).isZero();
      assertThat(result.status()).isEqualTo("passed");
      assertThat(result.run().at("/ending/kind").asText()).isEqualTo("complete");
      assertThat(result.endpoint("slow").path("requests").asInt()).isEqualTo(40);
      assertThat(result.endpoint("slow").path("failures").asInt()).isEqualTo(1);
      JsonNode live = result.run().path("live");
      assertThat(live.path("lost").asInt())
          .isEqualTo(live.path("exports").asInt())
          .isGreaterThanOrEqualTo(2);
      if (trouble != Trouble.REFUSES) {
        assertThat(live.path("exports").asInt() - live.path("skipped").asInt())
            .isEqualTo(collector.requests());
      }
      assertThat(live.path("reason").asText()).matches(trouble.reason);
      assertThat(result.console().lines().filter(line -> line.contains("live metrics:")))
          .singleElement()
          .asString()
          .startsWith("! live metrics: ")
          .contains("(last: " + live.path("reason").asText() + ")");
      assertThat(result.console()).doesNotContain("\tat ", "opentelemetry");
    }
  }
}

package io.chainbridge.shadow.gatling;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A secret of the environment goes to the target and nowhere else. */
class SecretIT {
  private static final String LEAK = "s3cr3t-2f9c";
  private static final Budget BUDGET =
      new Budget()
          .endpoint("guarded")
          .headerOf("guarded", "Authorization", "Bearer ${SHADOW_TOKEN}");

  @TempDir Path folder;

  @Test
  void reachesTheTargetAndNoFileAndNoConsole() throws IOException {
    Set<String> seen = Collections.synchronizedSet(new HashSet<>());
    Answer guarded =
        (exchange, number) -> {
          seen.add(String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
          Answer.json("{}").but(Answer.status(401), 1, 2).to(exchange, number);
        };
    try (Target target = Target.start().on("/guarded", guarded)) {
      GateResult result =
          GateRun.in(folder)
              .against(target)
              .withBudget(BUDGET)
              .withEnvironment("SHADOW_TOKEN", LEAK)
              .run();

      assertThat(seen).containsExactly("Bearer " + LEAK);
      assertThat(result.exitCode()).as(result::console).isEqualTo(2);
      assertThat(result.errors("guarded")).containsEntry("status 200 expected, found 401", 10);
      assertThat(result.console()).doesNotContain(LEAK);
      assertThat(folder.resolve("target/gatling")).isNotEmptyDirectory();
      try (Stream<Path> files = Files.walk(folder)) {
        assertThat(files.filter(Files::isRegularFile)).noneMatch(SecretIT::holdsTheSecret);
      }
    }
  }

  /** One that says all it was told, in the hope that somebody writes it down. */
  @Test
  void reachesTheCollectorAndNoFileAndNoConsole() throws IOException {
    Set<String> seen = Collections.synchronizedSet(new HashSet<>());
    Answer echo =
        (exchange, number) -> {
          String token = String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"));
          seen.add(token);
          byte[] body = token.getBytes(ISO_8859_1);
          exchange.sendResponseHeaders(401, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        };
    try (OtlpReceiver collector = OtlpReceiver.answering(echo);
        Target target = Target.start().on("/open", Answer.json("{}"))) {
      GateResult result =
          GateRun.in(folder)
              .against(target)
              .withBudget(new Budget().endpoint("open"))
              .with("live.otlp", collector.uri())
              .withEnvironment("OTEL_EXPORTER_OTLP_HEADERS", "Authorization=Bearer%20" + LEAK)
              .run();

      assertThat(seen).containsExactly("Bearer " + LEAK);
      assertThat(result.run().at("/live/reason").asText())
          .as(result::console)
          .isEqualTo("status 401");
      assertThat(result.console()).doesNotContain(LEAK);
      try (Stream<Path> files = Files.walk(folder)) {
        assertThat(files.filter(Files::isRegularFile)).noneMatch(SecretIT::holdsTheSecret);
      }
    }
  }

  @Test
  void thatIsNotSetStopsTheRunBeforeAnyRequest() {
    try (Target target = Target.start()) {
      GateResult result = GateRun.in(folder).against(target).withBudget(BUDGET).run();

      assertThat(result.exitCode()).isEqualTo(1);
      assertThat(result.err())
          .contains("budgets/test.json at /endpoints/guarded/headers/Authorization")
          .contains("SHADOW_TOKEN")
          .contains("not set");
      assertThat(target.requests("/health")).isZero();
      assertThat(target.requests("/guarded")).isZero();
      assertThat(folder.resolve("reports")).doesNotExist();
    }
  }

  /** In one byte a character or in two: Gatling's log has both. */
  private static boolean holdsTheSecret(Path file) {
    try {
      byte[] bytes = Files.readAllBytes(file);
      return new String(bytes, ISO_8859_1).replace("\0", "").contains(LEAK);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

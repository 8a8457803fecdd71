package io.chainbridge.shadow.gatling;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The ways of HTTP to carry a body, none of which is a defect of the service. */
class TransferIT {

  @Test
  void compressedTaggedChunkedAndLastAnswersOfAConnectionAllPass(@TempDir Path folder) {
    String events = Bodies.events(5).replace("US-MX", "東京-é");
    try (Target target =
        Target.start()
            .on("/plain", Answer.json(events))
            .on("/charset", Answer.body("Application/JSON;charset=UTF-8", events.getBytes(UTF_8)))
            .on("/gzipped", Answer.gzipped(events))
            .on("/tagged", Answer.tagged(events))
            .on("/closing", Answer.closing(events))
            .on("/chunked", Answer.chunked(events))) {
      GateResult result =
          GateRun.in(folder)
              .against(target)
              .withBudget(
                  new Budget()
                      .endpoint("plain", "events")
                      .endpoint("charset", "events")
                      .endpoint("gzipped", "events")
                      .endpoint("tagged", "events")
                      .endpoint("closing", "events")
                      .endpoint("chunked", "events"))
              .run();

      assertThat(result.exitCode()).as(result::console).isZero();
      assertThat(result.status()).isEqualTo("passed");
      assertThat(result.run().path("endpoints"))
          .hasSize(6)
          .allSatisfy(
              endpoint -> {
                assertThat(endpoint.path("requests").asInt()).isEqualTo(20);
                assertThat(endpoint.path("failures").asInt()).isZero();
                assertThat(endpoint.at("/response_size/largest_bytes").asInt())
                    .isEqualTo(events.getBytes(UTF_8).length);
              });
    }
  }
}

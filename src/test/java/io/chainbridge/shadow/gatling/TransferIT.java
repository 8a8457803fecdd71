package io.chainbridge.shadow.gatling;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The ways of HTTP to carry a body, none of which is a defect of the service. */
class TransferIT {

  @Test
  void compressedTaggedChunkedAndLastAnswersOfAConnectionAllPass(@TempDir Path folder) {
    String events = Bodies.events(5);
    try (Target target =
        Target.start()
            .on("/plain", Answer.json(events))
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
                      .endpoint("gzipped", "events")
                      .endpoint("tagged", "events")
                      .endpoint("closing", "events")
                      .endpoint("chunked", "events"))
              .run();

      assertThat(result.exitCode()).as(result::console).isZero();
      assertThat(result.status()).isEqualTo("passed");
      assertThat(result.run().path("endpoints"))
          .hasSize(5)
          .allSatisfy(
              endpoint -> {
                assertThat(endpoint.path("requests").asInt()).isEqualTo(20);
                assertThat(endpoint.path("failures").asInt()).isZero();
                assertThat(endpoint.at("/response_size/largest_bytes").asInt())
                    .isEqualTo(events.length());
              });
    }
  }
}

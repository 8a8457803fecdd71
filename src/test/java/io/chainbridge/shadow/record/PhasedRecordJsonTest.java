package io.chainbridge.shadow.record;

import static io.chainbridge.shadow.record.RunSample.endpoint;
import static io.chainbridge.shadow.record.RunSample.ko;
import static io.chainbridge.shadow.record.RunSample.measured;
import static io.chainbridge.shadow.record.RunSample.ok;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.chainbridge.shadow.PublishedSchema;
import io.chainbridge.shadow.budget.Endpoint;
import io.chainbridge.shadow.settings.Shape;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Runs of each load shape, as run.json has them. */
class PhasedRecordJsonTest {
  private static final Endpoint STATS = endpoint("stats", Map.of());

  private static RunRecord run(Shape shape) {
    return new ShapedRun(shape)
        .phase("settling", false, 0.5, ArrivalCount.NONE, measured(STATS))
        .phase("step 1", true, 12.5, ShapedRun.arrivals(100, 98, 3), measured(STATS, ok(97, 5)))
        .phase("step 2", 25, measured(STATS, ok(90, 5), ko(10, 30_000, "timeout")))
        .endpoints(measured(STATS, ok(187, 5), ko(10, 30_000, "timeout")))
        .arrivals(ShapedRun.arrivals(200, 198, 3))
        .ended(Ending.Kind.DECIDED)
        .record();
  }

  @ParameterizedTest
  @EnumSource
  void aRunWithPhasesAndArrivalsIsReadAsItWasWritten(Shape shape) {
    RunRecord run = run(shape);
    assertThat(RecordJson.read(RecordJson.write(run))).isEqualTo(run);
  }

  @ParameterizedTest
  @EnumSource
  void aRunOfEveryShapeIsAsItsSchemaSays(Shape shape) {
    PublishedSchema.RUN.read(RecordJson.write(run(shape)));
    PublishedSchema.RUN.read(RecordJson.write(new ShapedRun(shape).record()));
  }

  @Test
  void whatAReaderNeedsOfAPhaseIsThereInFigures() {
    JsonNode phase = PublishedSchema.RUN.read(RecordJson.write(run(Shape.STRESS))).at("/phases/1");
    assertThat(phase.path("name").asText()).isEqualTo("step 1");
    assertThat(phase.path("judged").asBoolean()).isTrue();
    assertThat(phase.path("rate").asDouble()).isEqualTo(12.5);
    assertThat(phase.path("start_ms").asLong()).isEqualTo(10_000);
    assertThat(phase.path("length_ms").asLong()).isEqualTo(10_000);
    assertThat(phase.at("/arrivals/planned").asLong()).isEqualTo(100);
    assertThat(phase.at("/arrivals/made").asLong()).isEqualTo(98);
    assertThat(phase.at("/arrivals/late").asLong()).isEqualTo(3);
    assertThat(phase.at("/arrivals/planned_rate").asDouble()).isEqualTo(10);
    assertThat(phase.at("/arrivals/actual_rate").asDouble()).isEqualTo(9.8);
    assertThat(phase.at("/endpoints/0/requests").asLong()).isEqualTo(97);
  }

  @Test
  void aRunWithoutPhasesOrArrivalsHasNoKeysForThem() {
    JsonNode json = PublishedSchema.RUN.read(RecordJson.write(new ShapedRun(Shape.LOAD).record()));
    assertThat(json.has("phases")).isFalse();
    assertThat(json.has("arrivals")).isFalse();
    assertThat(RecordJson.read(json.toString()).phases()).isEmpty();
    assertThat(RecordJson.read(json.toString()).arrivals()).isEmpty();
  }
}

package io.chainbridge.shadow.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.chainbridge.shadow.Golden;
import io.chainbridge.shadow.PublishedSchema;
import io.chainbridge.shadow.budget.OnInconclusive;
import io.chainbridge.shadow.record.Ending;
import io.chainbridge.shadow.record.RecordJson;
import io.chainbridge.shadow.verdict.Verdict;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class PublishedSchemaTest {

  static Stream<ReportSample> everyKindOfRun() {
    return Stream.concat(
        Stream.of(ReportSample.green(), ReportSample.red(), ReportSample.hostile()),
        Arrays.stream(ShapeSample.values()).map(ShapeSample::sample));
  }

  @ParameterizedTest
  @MethodSource("everyKindOfRun")
  void everyRecordIsAsItsSchemaSays(ReportSample sample) {
    PublishedSchema.RUN.read(RecordJson.write(sample.run()));
  }

  @ParameterizedTest
  @MethodSource("everyKindOfRun")
  void everyVerdictIsAsItsSchemaSays(ReportSample sample) {
    PublishedSchema.VERDICT.read(VerdictJson.write(sample.run(), sample.verdict()));
  }

  @ParameterizedTest
  @EnumSource
  void everyEndingIsKnownToTheSchema(Ending.Kind kind) {
    PublishedSchema.RUN.read(
        RecordJson.write(ReportSample.green().run().withEnding(new Ending(kind, "why"))));
  }

  @ParameterizedTest
  @EnumSource
  void everyStatusIsKnownToTheSchema(Verdict.Status status) {
    ReportSample sample = ReportSample.green();
    Verdict verdict =
        new Verdict(status, "why", sample.verdict().outcomes(), List.of(), OnInconclusive.WARN);
    PublishedSchema.VERDICT.read(VerdictJson.write(sample.run(), verdict));
  }

  @Test
  void aSchemaRefusesWhatItDoesNotMean() {
    JsonNode run = PublishedSchema.RUN.read(RecordJson.write(ReportSample.red().run()));
    ((ObjectNode) run.at("/endpoints/0")).put("failure_rate", 5);
    assertThatThrownBy(() -> PublishedSchema.RUN.read(run.toString()))
        .hasMessageContaining("/endpoints/*/failure_rate");
  }

  /** Files of each version stay readable; this one is never written anew. */
  @Test
  void aRecordOfTheFirstVersionIsReadAndJudged() {
    String text = new Golden("../versions/run-1.json").text();
    PublishedSchema.RUN.read(text);
    assertThat(RecordJson.read(text).endpoints()).hasSize(3);
  }
}

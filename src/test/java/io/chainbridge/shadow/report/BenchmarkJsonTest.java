package io.chainbridge.shadow.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.chainbridge.shadow.Golden;
import io.chainbridge.shadow.metrics.BenchmarkJson;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class BenchmarkJsonTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @ParameterizedTest
  @EnumSource(
      names = {
        "LOAD_PASSED",
        "COMPARE_PASSED",
        "COMPARE_BREACHED",
        "SOAK_BREACHED",
        "SPIKE_BREACHED"
      })
  void areTheGoldenFiles(ShapeSample shape) {
    ReportSample sample = shape.sample();
    new Golden("benchmark/%s.json".formatted(shape.key())).assertIs(list(sample));
    new Golden("benchmark/%s.bmf.json".formatted(shape.key())).assertIs(metricFormat(sample));
  }

  @ParameterizedTest
  @MethodSource("io.chainbridge.shadow.report.ReportSample#all")
  void eachFigureHasANameOfItsOwnAndIsNotNegative(ReportSample sample) {
    List<JsonNode> list = nodes(list(sample));
    assertThat(list).extracting(node -> node.path("name").asText()).doesNotHaveDuplicates();
    assertThat(list)
        .allSatisfy(
            node -> {
              assertThat(node.path("value").asDouble()).isNotNegative();
              assertThat(node.path("unit").asText()).isNotEmpty();
            });
  }

  @ParameterizedTest
  @MethodSource("io.chainbridge.shadow.report.ReportSample#all")
  void bothFilesHaveTheSameFiguresWithinTheirIntervals(ReportSample sample) {
    List<Double> values =
        nodes(list(sample)).stream().map(node -> node.path("value").asDouble()).toList();
    List<JsonNode> measures =
        nodes(metricFormat(sample)).stream().flatMap(BenchmarkJsonTest::children).toList();
    assertThat(measures)
        .extracting(measure -> measure.path("value").asDouble())
        .containsExactlyInAnyOrderElementsOf(values);
    assertThat(measures)
        .filteredOn(measure -> measure.has("lower_value"))
        .allSatisfy(
            measure ->
                assertThat(measure.path("value").asDouble())
                    .isBetween(
                        measure.path("lower_value").asDouble(),
                        measure.path("upper_value").asDouble()));
  }

  /** The next run would be compared with what an injector, or half a run, made of the service. */
  @Test
  void aRunWhoseFiguresAreNotTheServicesHasNone() {
    for (ReportSample sample :
        List.of(ReportSample.interrupted(), ShapeSample.STRESS_INVALID.sample())) {
      assertThat(nodes(list(sample))).isEmpty();
      assertThat(nodes(metricFormat(sample))).isEmpty();
    }
    assertThat(nodes(list(ReportSample.red()))).isNotEmpty();
  }

  @Test
  void aCapacityIsNoneOfThemForMoreOfItIsBetter() {
    assertThat(nodes(list(ShapeSample.CAPACITY_PASSED.sample()))).isEmpty();
  }

  private static String list(ReportSample sample) {
    return BenchmarkJson.list(sample.run(), sample.verdict());
  }

  private static String metricFormat(ReportSample sample) {
    return BenchmarkJson.metricFormat(sample.run(), sample.verdict());
  }

  private static List<JsonNode> nodes(String json) {
    try {
      return children(JSON.readTree(json)).toList();
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Stream<JsonNode> children(JsonNode node) {
    return StreamSupport.stream(node.spliterator(), false);
  }
}

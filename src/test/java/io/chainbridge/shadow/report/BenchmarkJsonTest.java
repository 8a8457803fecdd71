package io.chainbridge.shadow.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.chainbridge.shadow.Golden;
import io.chainbridge.shadow.metrics.BenchmarkJson;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BenchmarkJsonTest {

  @Test
  void aListForGithubActionBenchmark() {
    ReportSample sample = ReportSample.green();
    new Golden("benchmark.json").assertIs(BenchmarkJson.list(sample.run(), sample.verdict()));
  }

  @Test
  void metricsForBencher() {
    ReportSample sample = ReportSample.green();
    new Golden("benchmark.bmf.json")
        .assertIs(BenchmarkJson.metricFormat(sample.run(), sample.verdict()));
  }

  /** A tool would take the one for the other. */
  @ParameterizedTest
  @EnumSource
  void noTwoFiguresShareAName(ShapeSample shape) throws IOException {
    ReportSample sample = shape.sample();
    JsonNode list = new ObjectMapper().readTree(BenchmarkJson.list(sample.run(), sample.verdict()));
    Set<String> names = new HashSet<>(list.findValuesAsText("name"));
    assertThat(names).hasSize(list.size()).noneMatch(name -> name.contains("capacity"));
    JsonNode benchmarks =
        new ObjectMapper().readTree(BenchmarkJson.metricFormat(sample.run(), sample.verdict()));
    assertThat(benchmarks.findValues("value")).hasSize(list.size());
  }
}

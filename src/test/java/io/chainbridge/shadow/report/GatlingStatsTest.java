package io.chainbridge.shadow.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class GatlingStatsTest {
  /** As Jenkins' Gatling plugin reads the file: these names, whole numbers, others passed over. */
  private static final ObjectMapper PLUGIN =
      new ObjectMapper().configure(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, false);

  private record Statistics(long total, long ok, long ko) {}

  private record ResponseTimeGroup(String name, int count, int percentage) {}

  private record RequestReport(
      String name,
      Statistics numberOfRequests,
      Statistics minResponseTime,
      Statistics maxResponseTime,
      Statistics meanResponseTime,
      Statistics standardDeviation,
      Statistics percentiles1,
      Statistics percentiles2,
      Statistics percentiles3,
      Statistics percentiles4,
      ResponseTimeGroup group1,
      ResponseTimeGroup group2,
      ResponseTimeGroup group3,
      ResponseTimeGroup group4,
      Statistics meanNumberOfRequestsPerSecond) {}

  private record Contents(
      String type, String name, String path, String pathFormatted, RequestReport stats) {}

  private record Detailed(
      String type,
      String name,
      String path,
      String pathFormatted,
      RequestReport stats,
      Map<String, Contents> contents) {}

  /** Successes took 7 (188), 12 (188) and 89 ms (12); failures 2 (20), 3 (4) and 7 ms (8). */
  @Test
  void jenkinsReadsTheFiguresOfAllRequests() throws IOException {
    assertThat(PLUGIN.readValue(GatlingStats.global(ReportSample.red().run()), RequestReport.class))
        .isEqualTo(
            new RequestReport(
                "All Requests",
                new Statistics(420, 388, 32),
                new Statistics(2, 7, 2),
                new Statistics(89, 89, 7),
                new Statistics(11, 12, 3),
                new Statistics(14, 14, 2),
                new Statistics(7, 12, 2),
                new Statistics(12, 12, 7),
                new Statistics(12, 12, 7),
                new Statistics(89, 89, 7),
                new ResponseTimeGroup("t < 800 ms", 388, 92),
                new ResponseTimeGroup("800 ms <= t < 1200 ms", 0, 0),
                new ResponseTimeGroup("t >= 1200 ms", 0, 0),
                new ResponseTimeGroup("failed", 32, 7),
                new Statistics(340, 314, 25)));
  }

  @Test
  void jenkinsReadsTheFiguresOfEachEndpoint() throws IOException {
    Detailed all =
        PLUGIN.readValue(GatlingStats.detailed(ReportSample.green().run()), Detailed.class);
    assertThat(all.type()).isEqualTo("GROUP");
    assertThat(all.pathFormatted()).isEqualTo("group_missing-name--1146707516");
    assertThat(all.stats().numberOfRequests()).isEqualTo(new Statistics(320, 320, 0));
    assertThat(all.contents()).containsOnlyKeys("req_stats-109757599", "req_events--1291329255");
    Contents stats = all.contents().get("req_stats-109757599");
    assertThat(stats.type()).isEqualTo("REQUEST");
    assertThat(stats.name()).isEqualTo("stats");
    assertThat(stats.stats().maxResponseTime()).isEqualTo(new Statistics(12, 12, 0));
    assertThat(stats.stats().percentiles1()).isEqualTo(new Statistics(12, 12, 0));
  }

  @ParameterizedTest
  @MethodSource("io.chainbridge.shadow.report.ReportSample#all")
  void everyFigureIsANumber(ReportSample sample) throws IOException {
    JsonNode stats = new ObjectMapper().readTree(GatlingStats.global(sample.run()));
    assertThat(StreamSupport.stream(stats.spliterator(), false).filter(JsonNode::isObject))
        .hasSize(14)
        .allMatch(figure -> isStatistics(figure) || isGroup(figure));
  }

  private static boolean isStatistics(JsonNode figure) {
    return figure.path("total").isNumber()
        && figure.path("ok").isNumber()
        && figure.path("ko").isNumber();
  }

  private static boolean isGroup(JsonNode figure) {
    return figure.path("count").isIntegralNumber() && figure.path("percentage").isDouble();
  }

  @Test
  void withoutARequestEveryFigureIsZero() throws IOException {
    RequestReport none =
        PLUGIN.readValue(
            GatlingStats.global(ReportSample.unreachable().run()), RequestReport.class);
    assertThat(none.numberOfRequests()).isEqualTo(new Statistics(0, 0, 0));
    assertThat(none.percentiles3()).isEqualTo(new Statistics(0, 0, 0));
    assertThat(none.group4().percentage()).isZero();
  }
}

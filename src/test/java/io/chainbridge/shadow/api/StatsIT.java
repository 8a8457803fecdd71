package io.chainbridge.shadow.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code GET /iq/shadow/stats}. */
@ApiTest
class StatsIT {

  @Test
  @DisplayName("API-01: stats are JSON that keeps the contract of ChainIQ v0.3 or of Shadow Mode")
  void contract(Api api) {
    api.get(Api.STATS + "?hours=24").keeps(Contract.V03_STATS, Contract.SHADOW_STATS);
  }

  @Test
  @DisplayName("API-02: stats name the version of the model that scored (SAM)")
  void modelVersion(Api api) {
    Reply reply = api.get(Api.STATS);
    assertThat(reply.accepted().path("model_version").asText()).as("%s", reply).isNotBlank();
  }

  @Test
  @DisplayName("API-03: stats have a figure of drift (ALEX): mean, average or greatest delta")
  void drift(Api api) {
    Reply reply = api.get(Api.STATS);
    JsonNode stats = reply.accepted();
    assertThat(Stream.of("mean_delta", "avg_delta", "max_delta").map(stats::path))
        .as("%s%nexpected a number mean_delta, avg_delta or max_delta", reply)
        .anyMatch(JsonNode::isNumber);
  }

  @Test
  @DisplayName("API-04: the percentiles of stats grow from p50 over p95 to p99")
  void percentiles(Api api) {
    Reply reply = api.get(Api.STATS + "?hours=168");
    JsonNode stats = reply.accepted();
    assertThat(Stream.of("p50", "p95", "p99").map(name -> percentile(stats, name)))
        .as("%s%np50, p95, p99", reply)
        .isSorted();
  }

  private static double percentile(JsonNode stats, String name) {
    return stats.path(name).asDouble(stats.path(name + "_delta").asDouble());
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 24, 168})
  @DisplayName("API-05: hours is a whole number from 1 to 168, and stats say which they are of")
  void window(int hours, Api api) {
    Reply reply = api.get(Api.STATS + "?hours=" + hours);
    assertThat(reply.accepted().path("time_window_hours").asInt(hours))
        .as("%s%ntime_window_hours", reply)
        .isEqualTo(hours);
  }

  @Test
  @DisplayName("API-06: a longer window has no fewer events than a shorter one within it")
  void longerWindow(Api api) {
    long hour = api.get(Api.STATS + "?hours=1").accepted().path("count").asLong();
    Reply week = api.get(Api.STATS + "?hours=168");
    assertThat(week.accepted().path("count").asLong())
        .as("%s%ncount, beside %d of the last hour", week, hour)
        .isGreaterThanOrEqualTo(hour);
  }
}

package io.chainbridge.shadow.gatling;

import static org.assertj.core.api.Assertions.assertThat;

import io.chainbridge.shadow.budget.Gate;
import io.chainbridge.shadow.budget.Limit;
import io.chainbridge.shadow.gatling.ProgressLine.Moment;
import io.chainbridge.shadow.record.RunSample;
import io.chainbridge.shadow.record.Standing;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProgressLineTest {
  private static final Gate GATE =
      RunSample.gate(
          RunSample.endpoint("stats", Map.of(Limit.P95_LATENCY_MS, 75.0)),
          RunSample.endpoint("events", Map.of(Limit.P99_LATENCY_MS, 120.0)));

  private static final ProgressLine TIMED = line(Duration.ofMinutes(1), OptionalLong.empty());

  private static ProgressLine line(Duration total, OptionalLong requests) {
    return new ProgressLine(GATE, Optional.of(total), requests);
  }

  private static Moment at(int seconds, long requests, long failures, String phase, double rate) {
    return new Moment(
        Duration.ofSeconds(seconds), new Standing(requests, failures, phase, rate, p95s()));
  }

  private static Map<String, Duration> p95s() {
    Map<String, Duration> p95s = new LinkedHashMap<>();
    p95s.put("stats", Duration.ofMillis(12));
    p95s.put("events", Duration.ofMillis(1_234));
    return p95s;
  }

  @Test
  void isAboutTimeRequestsFailuresAndLatencies() {
    assertThat(TIMED.text(at(5, 1_000, 0, "", 0), at(10, 2_234, 1_001, "", 0)))
        .isEqualTo(
            "0:10 of 1:00 | 2,234 requests, 247/s, 1,001 failed"
                + " | stats p95 12 of 75 ms | events p95 1,234 ms");
  }

  @Test
  void isAboutTheRequestsToComeIfTheyAreKnown() {
    ProgressLine line = new ProgressLine(GATE, Optional.empty(), OptionalLong.of(10_000));

    assertThat(line.text(at(5, 1_230, 0, "", 0), at(10, 1_234, 0, "", 0)))
        .startsWith("0:10 | 1,234 of 10,000 requests, 0.8/s, 0 failed | ");
    assertThat(line.bar(at(5, 0, 0, "", 0), at(10, 5_000, 0, "", 0)))
        .startsWith("[##########..........] 0:10 | 5,000 of 10,000 requests, 1,000/s");
  }

  @ParameterizedTest
  @CsvSource({
    "step 3, 30, step 3 at 30/s",
    "settling, 7.5, settling at 7.5/s",
    "40 rps, 40, 40 rps",
    "40 rps again, 40, 40 rps again",
    "37.0313 rps, 37.03125, 37.0313 rps",
  })
  void namesThePhase(String name, double rate, String words) {
    assertThat(TIMED.text(at(5, 0, 0, "", 0), at(10, 100, 0, name, rate)))
        .startsWith("0:10 of 1:00 | " + words + " | 100 requests, 20/s");
  }

  @Test
  void saysNothingOfEndpointsWithoutAnAnswer() {
    Moment now = new Moment(Duration.ofHours(2), new Standing(0, 0, "", 0, Map.of()));

    assertThat(new ProgressLine(GATE, Optional.empty(), OptionalLong.empty()).bar(now, now))
        .isEqualTo("2:00:00 | 0 requests, 0.0/s, 0 failed");
  }

  @ParameterizedTest
  @CsvSource({
    "0, ....................",
    "3, #...................",
    "59, ###################.",
    "60, ####################",
    "90, ####################",
  })
  void drawsABarThatIsFullAtTheEndAndNotBefore(int seconds, String bar) {
    assertThat(TIMED.bar(at(0, 0, 0, "", 0), at(seconds, 0, 0, "", 0))).startsWith("[" + bar + "]");
  }
}

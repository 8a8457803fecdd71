package io.chainbridge.shadow.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.chainbridge.shadow.trend.RunTrend;
import java.util.List;
import org.junit.jupiter.api.Test;

class GithubAnnotationsTest {

  @Test
  void aRunThatPassesHasNone() {
    assertThat(of(ReportSample.green())).isEmpty();
  }

  @Test
  void eachSentenceIsAnError() {
    assertThat(of(ReportSample.red()))
        .startsWith(
            "::error title=Gate shadow%3A breached::stats p95_latency_ms: 89 ms breaches the budget"
                + " of 75 ms (12 of 200 requests took 75 ms or more; at most 9 may)")
        .contains(
            "::error title=Gate shadow%3A breached::events max_failure_rate: 6 %25 breaches the"
                + " budget of 5 %25 (12 of 200 requests failed; at most 9 may)")
        .endsWith("::error title=Gate shadow%3A breached::and 2 more; see summary.md");
  }

  @Test
  void aRunThatMeasuredNothingSaysWhy() {
    assertThat(of(ReportSample.unreachable()))
        .containsExactly(
            "::error title=Gate shadow%3A no_data::no service answered http://127.0.0.1:8000");
  }

  @Test
  void aRunThatIsNotTheServicesFaultIsInvalid() {
    assertThat(of(ShapeSample.STRESS_INVALID.sample()))
        .containsExactly(
            "::error title=Gate shadow%3A invalid::step 3: the injector could not keep up: of 300"
                + " arrivals planned, 30.0 a second, 300 came 100 ms or more too late and 0 not at"
                + " all");
  }

  @Test
  void noneBreaksOutOfItsLine() {
    assertThat(of(ReportSample.flood()))
        .isNotEmpty()
        .allMatch(line -> line.matches("::error title=[^,:\\p{Cntrl}]+::[^\\p{Cntrl}\\u202E]+"))
        .allMatch(line -> line.length() < 4_000);
  }

  @Test
  void areNoMoreThanGithubShows() {
    assertThat(of(ReportSample.crowd()))
        .hasSize(10)
        .last()
        .asString()
        .endsWith(" more; see summary.md");
  }

  private static List<String> of(ReportSample sample) {
    return GithubAnnotations.of(sample.run(), sample.verdict(), RunTrend.NONE);
  }
}

package io.chainbridge.shadow.report;

import static io.chainbridge.shadow.record.RunSample.complete;
import static io.chainbridge.shadow.record.RunSample.endpoint;
import static io.chainbridge.shadow.record.RunSample.gate;
import static io.chainbridge.shadow.record.RunSample.ko;
import static io.chainbridge.shadow.record.RunSample.measured;
import static io.chainbridge.shadow.record.RunSample.ok;
import static org.assertj.core.api.Assertions.assertThat;

import io.chainbridge.shadow.budget.Endpoint;
import io.chainbridge.shadow.budget.Limit;
import io.chainbridge.shadow.record.EndpointRecord;
import io.chainbridge.shadow.verdict.Verdict;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EvidenceTextTest {
  private static final Endpoint P95 = endpoint("stats", Map.of(Limit.P95_LATENCY_MS, 75.0));
  private static final Endpoint FAILURES = endpoint("stats", Map.of(Limit.MAX_FAILURE_RATE, 0.05));
  private static final Endpoint SIZE = endpoint("stats", Map.of(Limit.MAX_RESPONSE_SIZE_KB, 25.0));

  @Test
  void aSmallSampleSaysHowLargeItWouldHaveToBe() {
    assertThat(evidence(P95, measured(P95, ok(20, 10))))
        .isEqualTo(
            new EvidenceText(
                "not proven",
                "20 requests; 59 with none over would prove p95",
                "at most 13.9 % of all requests would take 75 ms or more"));
  }

  @Test
  void aSampleLargeEnoughProves() {
    assertThat(evidence(P95, measured(P95, ok(59, 10))))
        .isEqualTo(
            new EvidenceText(
                "proven",
                "59 requests",
                "at most 4.95 % of all requests would take 75 ms or more"));
  }

  @Test
  void manySlowRequestsRefute() {
    assertThat(evidence(P95, measured(P95, ok(10, 10), ok(10, 75))))
        .isEqualTo(
            new EvidenceText(
                "refuted",
                "20 requests, 10 of them over",
                "at least 30.2 % of all requests would take 75 ms or more"));
  }

  @Test
  void aBreachMayBeChance() {
    assertThat(evidence(P95, measured(P95, ok(19, 10), ok(1, 75))))
        .isEqualTo(
            new EvidenceText(
                "not proven",
                "20 requests, 1 of them over; 59 with none over would prove p95",
                "at least 0.256 % of all requests would take 75 ms or more"));
  }

  @Test
  void failuresAreCountedAlike() {
    assertThat(evidence(FAILURES, measured(FAILURES, ok(1, 10))))
        .isEqualTo(
            new EvidenceText(
                "not proven",
                "1 request; 59 with none failed would prove it",
                "at most 95 % of all requests would fail"));
  }

  @Test
  void aMeanIsNoMatterOfProportions() {
    assertThat(evidence(SIZE, measured(SIZE, ok(2, 10))))
        .isEqualTo(new EvidenceText("", "mean of 2 bodies; the largest has 2 KB", ""));
  }

  @Test
  void withoutSuccessThereIsNone() {
    assertThat(evidence(P95, measured(P95, ko(20, 10, "503"))))
        .isEqualTo(new EvidenceText("", "no successful request to judge by", ""));
  }

  /** Of the first outcome. */
  private static EvidenceText evidence(Endpoint endpoint, EndpointRecord measured) {
    return EvidenceText.of(Verdict.of(complete(measured), gate(endpoint)).outcomes().get(0));
  }
}

package io.chainbridge.shadow.budget;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FaultTest {
  private static final String TIME = "'from': '10s', 'until': '20s'";

  private static String gate(String... faults) {
    return """
        {'gate': 'g', 'limits': {'p95_latency_ms': 75}, 'faults': [%s],
         'endpoints': {'a': {'method': 'GET', 'path': '/a'}, 'b': {'method': 'GET', 'path': '/b'}}}
        """
        .formatted(String.join(", ", faults));
  }

  @TempDir private Path folder;

  private List<String> problems(String text) throws IOException {
    return BudgetProblems.of(folder, text);
  }

  private static String fault(String rest) {
    return "{" + rest + "}";
  }

  @Test
  void theFaultsOfTheShadowGateAreReadInTheOrderOfTime() {
    List<Fault> faults = BudgetFile.readForJudging(Path.of("budgets/shadow.json")).faults();
    assertThat(faults)
        .extracting(Fault::name)
        .containsExactly("latency", "error", "database_latency");
    assertThat(faults.get(1))
        .isEqualTo(
            new Fault(
                "error",
                FaultKind.ERROR,
                Map.of("status", "503"),
                0.2,
                Duration.ofSeconds(26),
                Duration.ofSeconds(32),
                List.of("events"),
                Optional.of(Map.of(Limit.P95_LATENCY_MS, 75.0, Limit.MAX_FAILURE_RATE, 0.5)),
                Optional.of(Duration.ofSeconds(3))));
  }

  @Test
  void inThePhaseOfAFaultItsLimitsHoldForThoseWhomItHitsAlone() {
    Gate gate = BudgetFile.readForJudging(Path.of("budgets/shadow.json"));
    Endpoint stats = gate.endpoints().get(0);
    Endpoint events = gate.endpoints().get(1);
    assertThat(gate.limits("error fault", events))
        .isEqualTo(Map.of(Limit.P95_LATENCY_MS, 75.0, Limit.MAX_FAILURE_RATE, 0.5));
    assertThat(gate.limits("error fault", stats)).isEqualTo(stats.limits());
    assertThat(gate.limits("clear 1", events)).isEqualTo(events.limits());
  }

  @Test
  void severalOfAKindHaveANumber() throws IOException {
    assertThat(
            problems(
                gate(
                    fault("'kind': 'reset', 'from': '1s', 'until': '2s'"),
                    fault("'kind': 'reset', 'from': '3s', 'until': '4s', 'name': 'reset-2'"),
                    fault("'kind': 'reset', 'from': '5s', 'until': '6s', 'name': 'reset-2'"))))
        .containsExactly(
            "gate.json at /faults/2/name: is that of another fault; give each its own");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      quoteCharacter = '"',
      textBlock =
          """
          'kind': 'lag' ! kind: found "lag", expected one of latency, bandwidth, reset, truncate, error, blackhole, database_latency
          'kind': 'reset', 'share': 0 ! share: found 0, expected a number above 0; a fault that hits nothing is left out of the file
          'kind': 'reset', 'share': 30 ! share: found 30, expected a number of at most 1; a share is a ratio: 30 % is 0.3
          'kind': 'error', 'status': 404 ! status: found 404, expected a number of at least 500
          'kind': 'latency', 'latency': '200' ! latency: found "200", expected a string that matches ^[0-9]{1,9}(ms|s|m|h)$; a duration has a unit: 200ms, 10s, 2m or 1h
          'kind': 'latency' ! latency: found nothing, expected a value: latency needs it
          'kind': 'bandwidth' ! rate_kb_s: found nothing, expected a value: bandwidth needs it
          'kind': 'reset', 'latency': '1s' ! latency: is for latency, database_latency; this fault is of the kind reset
          'kind': 'latency', 'latency': '1s', 'sigma': 1 ! sigma: is for the distribution log-normal; found the distribution fixed
          'kind': 'latency', 'latency': '1s', 'distribution': 'uniform' ! jitter: found nothing, expected a value: the distribution uniform needs it
          'kind': 'latency', 'latency': '1s', 'distribution': 'uniform', 'jitter': '2s' ! jitter: found 2s, expected no more than latency, which is 1s
          'kind': 'reset', 'endpoints': ['c'] ! endpoints/0: c is no endpoint of this file; allowed: a, b
          'kind': 'database_latency', 'latency': '1s', 'endpoints': ['a'] ! endpoints: a database knows no endpoints; leave them out
          """)
  void aFaultThatMakesNoSenseIsRefused(String fault, String problem) throws IOException {
    assertThat(problems(gate(fault(TIME + ", " + fault))))
        .containsExactly("gate.json at /faults/0/" + problem);
  }

  @Test
  void aFaultEndsAfterItsBeginning() throws IOException {
    assertThat(problems(gate(fault("'kind': 'reset', 'from': '10s', 'until': '10s'"))))
        .containsExactly(
            "gate.json at /faults/0/until: found 10s, expected a time after from, which is 10s");
  }

  @Test
  void faultsDoNotOverlapAndLeaveTimeToSeeTheRecovery() throws IOException {
    String second = fault("'kind': 'error', 'from': '24s', 'until': '30s'");
    assertThat(problems(gate(second, fault("'kind': 'reset', 'max_recovery_s': 3, " + TIME))))
        .containsExactly(
            "gate.json at /faults/0/from: found 24s, expected 28s or later: reset lasts until 20s,"
                + " and it takes its max_recovery_s of 3s and 5s to see whether the service has"
                + " recovered");
    assertThat(
            problems(
                gate(
                    fault("'kind': 'reset', " + TIME),
                    fault("'kind': 'error', 'from': '20s', 'until': '30s'"))))
        .containsExactly(
            "gate.json at /faults/1/from: found 20s, expected 21s or later: reset lasts until 20s,"
                + " and what is under way then takes 1s to end");
  }

  @Test
  void aFileHasAFaultOrSaysNothingOfThem() throws IOException {
    assertThat(problems(gate()))
        .containsExactly("gate.json at /faults: found [], expected at least 1 items");
  }
}

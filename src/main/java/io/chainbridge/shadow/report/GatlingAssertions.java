package io.chainbridge.shadow.report;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.chainbridge.shadow.budget.Limit;
import io.chainbridge.shadow.record.RunRecord;
import io.chainbridge.shadow.verdict.Outcome;
import io.chainbridge.shadow.verdict.Verdict;
import java.util.List;
import java.util.Locale;

/**
 * The verdict in the files in which Gatling wrote the results of its assertions until 3.13, one for
 * each outcome. Fields and phrases are Gatling's; what is said is the verdict's, the size of bodies
 * and the contract included, which Gatling knows no assertion for.
 */
public final class GatlingAssertions {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** What Gatling says in place of a figure that there is no data for. */
  private static final double NONE = -1;

  private GatlingAssertions() {}

  /** An outcome as an assertion. */
  private record Assertion(
      String path, String target, String condition, double expected, double actual, boolean met) {

    static Assertion of(Outcome outcome) {
      double unit =
          outcome.limit().equals(Limit.MAX_FAILURE_RATE.key())
                  || outcome.limit().equals(Outcome.MAX_DRIFT)
                  || Outcome.regressing(outcome.limit()).isPresent()
              ? 100
              : 1;
      return new Assertion(
          path(outcome),
          target(outcome.limit()),
          condition(outcome.limit()),
          outcome.budget() * unit,
          outcome.measured().isEmpty() ? NONE : outcome.measured().getAsDouble() * unit,
          outcome.passed());
    }

    /** As of a request in a group, and of all requests. */
    private static String path(Outcome outcome) {
      String endpoint = outcome.endpoint().isEmpty() ? "Global" : outcome.endpoint();
      return outcome.phase().isEmpty() ? endpoint : outcome.phase() + " / " + endpoint;
    }

    private static String condition(String limit) {
      return switch (limit) {
        case Outcome.CONTRACT -> "is";
        case Outcome.MIN_CAPACITY -> "is greater than or equal to";
        default -> "is less than";
      };
    }

    private static String target(String limit) {
      return switch (limit) {
        case Outcome.CONTRACT -> "number of answers that break the contract";
        case Outcome.MAX_RECOVERY -> "seconds until all budgets hold again";
        case Outcome.MAX_DRIFT -> "percentage of leak-like growth of response time";
        case Outcome.MIN_CAPACITY -> "requests per second that meet the budgets";
        default ->
            Outcome.regressing(limit)
                .map(
                    "percentage by which the %s of response time is above the baseline's"
                        ::formatted)
                .orElseGet(() -> target(LimitName.limit(limit).orElseThrow()));
      };
    }

    private static String target(Limit limit) {
      return switch (limit) {
        case P50_LATENCY_MS -> "50th percentile of response time";
        case P95_LATENCY_MS -> "95th percentile of response time";
        case P99_LATENCY_MS -> "99th percentile of response time";
        case MAX_RESPONSE_SIZE_KB -> "mean size of response bodies in KB";
        case MAX_FAILURE_RATE -> "percentage of failed events";
      };
    }

    String message() {
      return "%s: %s %s %s".formatted(path, target, condition, expected);
    }
  }

  /** {@code js/assertions.json}. */
  public static String json(RunRecord run, Verdict verdict) {
    ObjectNode node = JSON.createObjectNode();
    node.put("simulation", simulation(run));
    node.put("simulationId", simulation(run).toLowerCase(Locale.ROOT));
    node.put("start", run.startedAt().toEpochMilli());
    node.put("description", "");
    node.putArray("scenarios").add(run.simulation());
    ArrayNode assertions = node.putArray("assertions");
    for (Outcome outcome : verdict.outcomes()) {
      Assertion assertion = Assertion.of(outcome);
      ObjectNode entry = assertions.addObject();
      entry.put("path", assertion.path());
      entry.put("target", assertion.target());
      entry.put("condition", assertion.condition());
      entry.putArray("expectedValues").add(assertion.expected());
      entry.put("result", assertion.met());
      entry.put("message", assertion.message());
      entry.putArray("actualValue").add(assertion.actual());
    }
    return node.toPrettyString() + "\n";
  }

  /** {@code js/assertions.xml}: the same as test results. */
  public static String xml(RunRecord run, Verdict verdict) {
    XmlText xml = new XmlText();
    xml.open(
        "testsuite",
        "name",
        simulation(run),
        "tests",
        String.valueOf(verdict.outcomes().size()),
        "errors",
        "0",
        "failures",
        String.valueOf(verdict.outcomes().stream().filter(o -> !o.passed()).count()),
        "time",
        "0");
    for (Outcome outcome : verdict.outcomes()) {
      Assertion assertion = Assertion.of(outcome);
      String met = String.valueOf(assertion.met());
      xml.open("testcase", "name", assertion.message(), "status", met, "time", "0");
      if (assertion.met()) {
        xml.text("system-out", List.of(assertion.message()));
      } else {
        xml.text(
            "failure", List.of("Actual value: " + assertion.actual()), "type", assertion.message());
      }
      xml.close();
    }
    return xml.close().end();
  }

  private static String simulation(RunRecord run) {
    return run.simulation() + "Simulation";
  }
}

package io.chainbridge.shadow.report;

import io.chainbridge.shadow.budget.Limit;
import io.chainbridge.shadow.record.Ending;
import io.chainbridge.shadow.record.EndpointRecord;
import io.chainbridge.shadow.record.RunRecord;
import io.chainbridge.shadow.verdict.Outcome;
import io.chainbridge.shadow.verdict.Outcome.Result;
import io.chainbridge.shadow.verdict.Verdict;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/**
 * The verdict as test results, which every CI server shows and keeps the history of: a suite for
 * each endpoint with a case for each of its limits and for its contract. Each suite by itself is a
 * report as Maven Surefire writes it.
 *
 * <p>A breach is a failure. A limit that nothing was measured for is an error, since it was not put
 * to the test; so is, as a case of its own, a run that did not come to its end. The time of a case
 * is the latency that its limit is about, so that the server's chart of durations shows it.
 */
public final class JunitXml {
  private JunitXml() {}

  /** Writes it. */
  public static String write(RunRecord run, Verdict verdict) {
    boolean ended = run.ending().kind() == Ending.Kind.COMPLETE;
    List<Outcome> outcomes = verdict.outcomes();
    XmlText xml = new XmlText();
    xml.open(
        "testsuites",
        "name",
        run.gate(),
        "tests",
        String.valueOf(outcomes.size() + (ended ? 0 : 1)),
        "failures",
        count(outcomes, Result.BREACHED),
        "errors",
        String.valueOf(outcomes.stream().filter(JunitXml::error).count() + (ended ? 0 : 1)),
        "time",
        seconds(run.duration()));
    if (!ended) {
      ending(xml, run, verdict);
    }
    run.endpoints().forEach(endpoint -> suite(xml, run, endpoint, of(endpoint, outcomes)));
    return xml.close().end();
  }

  private static List<Outcome> of(EndpointRecord endpoint, List<Outcome> outcomes) {
    return outcomes.stream().filter(outcome -> outcome.endpoint().equals(endpoint.name())).toList();
  }

  private static void ending(XmlText xml, RunRecord run, Verdict verdict) {
    xml.open("testsuite", suite(run, run.gate(), "1", "0", "1"));
    properties(xml, run);
    xml.open("testcase", testcase(run.gate(), "run", Duration.ZERO));
    xml.text(
        "error",
        List.of(verdict.reason()),
        "message",
        verdict.reason(),
        "type",
        verdict.status().key());
    xml.close().close();
  }

  private static void suite(
      XmlText xml, RunRecord run, EndpointRecord endpoint, List<Outcome> outcomes) {
    xml.open(
        "testsuite",
        suite(
            run,
            endpoint.name(),
            String.valueOf(outcomes.size()),
            count(outcomes, Result.BREACHED),
            count(outcomes, Result.NO_DATA)));
    properties(xml, run);
    for (Outcome outcome : outcomes) {
      String[] testcase =
          testcase(run.gate() + "." + endpoint.name(), outcome.limit(), latency(outcome, endpoint));
      if (outcome.passed()) {
        xml.empty("testcase", testcase);
      } else {
        List<String> sentences = Sentences.of(outcome, endpoint);
        xml.open("testcase", testcase);
        xml.text(
            error(outcome) ? "error" : "failure",
            sentences,
            "message",
            sentences.get(0),
            "type",
            outcome.result().key());
        xml.close();
      }
    }
    xml.close();
  }

  private static String[] suite(
      RunRecord run, String name, String tests, String failures, String errors) {
    return new String[] {
      "name", name,
      "time", seconds(run.duration()),
      "timestamp", run.startedAt().toString(),
      "tests", tests,
      "errors", errors,
      "skipped", "0",
      "failures", failures
    };
  }

  private static String[] testcase(String classname, String name, Duration time) {
    return new String[] {"name", name, "classname", classname, "time", seconds(time)};
  }

  private static void properties(XmlText xml, RunRecord run) {
    xml.open("properties");
    xml.empty("property", "name", "run_id", "value", run.runId());
    xml.empty("property", "name", "target", "value", run.target());
    xml.empty("property", "name", "load", "value", run.load().description());
    run.commit().ifPresent(commit -> xml.empty("property", "name", "commit", "value", commit));
    xml.close();
  }

  private static Duration latency(Outcome outcome, EndpointRecord endpoint) {
    return Arrays.stream(Limit.values())
        .filter(limit -> limit.key().equals(outcome.limit()))
        .findFirst()
        .flatMap(Limit::quantile)
        .flatMap(endpoint::latency)
        .orElse(Duration.ZERO);
  }

  private static boolean error(Outcome outcome) {
    return outcome.result() == Result.NO_DATA;
  }

  private static String count(List<Outcome> outcomes, Result result) {
    return String.valueOf(outcomes.stream().filter(o -> o.result() == result).count());
  }

  private static String seconds(Duration duration) {
    return BigDecimal.valueOf(duration.toMillis(), 3).toPlainString();
  }
}

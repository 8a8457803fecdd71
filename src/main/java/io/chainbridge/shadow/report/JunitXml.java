package io.chainbridge.shadow.report;

import io.chainbridge.shadow.budget.Limit;
import io.chainbridge.shadow.budget.OnInconclusive;
import io.chainbridge.shadow.record.EndpointRecord;
import io.chainbridge.shadow.record.RunRecord;
import io.chainbridge.shadow.verdict.Outcome;
import io.chainbridge.shadow.verdict.Verdict;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;

/**
 * The verdict as test results, which every CI server shows and keeps the history of: a suite for
 * each endpoint with a case for each of its limits and for its contract, in each phase if there are
 * any, and one of the gate's own for what is about all endpoints. Each suite by itself is a report
 * as Maven Surefire writes it.
 *
 * <p>A breach is a failure, and so is a limit that was to be proven and is not, if that closes the
 * gate; else it is skipped. A limit that nothing was measured for is an error, since it was not put
 * to the test; so is, as a case of its own, a run that did not come to its end or that the injector
 * could not keep up with. The time of a case is the latency that its limit is about, so that the
 * server's chart of durations shows it.
 */
public final class JunitXml {
  private static final String FAILURE = "failure";
  private static final String ERROR = "error";
  private static final String SKIPPED = "skipped";

  private JunitXml() {}

  /** Writes it. */
  public static String write(RunRecord run, Verdict verdict) {
    boolean judged = judged(run, verdict);
    List<Outcome> outcomes = verdict.outcomes();
    XmlText xml = new XmlText();
    xml.open(
        "testsuites",
        "name",
        run.gate(),
        "tests",
        String.valueOf(outcomes.size() + (judged ? 0 : 1)),
        "failures",
        count(outcomes, FAILURE, verdict),
        "errors",
        errors(outcomes, verdict, judged),
        "time",
        seconds(run.duration()));
    suite(xml, run, verdict, judged);
    run.endpoints().stream()
        .map(EndpointRecord::name)
        .forEach(endpoint -> suite(xml, run, verdict, endpoint));
    return xml.close().end();
  }

  /** Whether the outcomes are the service's and those of a whole run. */
  private static boolean judged(RunRecord run, Verdict verdict) {
    return run.ending().inOrder() && verdict.status() != Verdict.Status.INVALID;
  }

  private static List<Outcome> of(String endpoint, List<Outcome> outcomes) {
    return outcomes.stream().filter(outcome -> outcome.endpoint().equals(endpoint)).toList();
  }

  /** The suite of the gate itself, where there is something to say of it. */
  private static void suite(XmlText xml, RunRecord run, Verdict verdict, boolean judged) {
    List<Outcome> outcomes = of("", verdict.outcomes());
    if (judged && outcomes.isEmpty()) {
      return;
    }
    open(xml, run, verdict, run.gate(), outcomes, judged);
    if (!judged) {
      xml.open("testcase", testcase(run.gate(), "run", Duration.ZERO));
      xml.text(
          "error",
          List.of(verdict.reason()),
          "message",
          verdict.reason(),
          "type",
          verdict.status().key());
      xml.close();
    }
    outcomes.forEach(outcome -> testcase(xml, run, verdict, run.gate(), outcome));
    xml.close();
  }

  private static void suite(XmlText xml, RunRecord run, Verdict verdict, String endpoint) {
    List<Outcome> outcomes = of(endpoint, verdict.outcomes());
    if (!outcomes.isEmpty()) {
      open(xml, run, verdict, endpoint, outcomes, true);
      outcomes.forEach(
          outcome -> testcase(xml, run, verdict, run.gate() + "." + endpoint, outcome));
      xml.close();
    }
  }

  private static void open(
      XmlText xml,
      RunRecord run,
      Verdict verdict,
      String name,
      List<Outcome> outcomes,
      boolean judged) {
    xml.open(
        "testsuite",
        suite(
            run,
            name,
            String.valueOf(outcomes.size() + (judged ? 0 : 1)),
            count(outcomes, FAILURE, verdict),
            errors(outcomes, verdict, judged),
            count(outcomes, SKIPPED, verdict)));
    properties(xml, run);
  }

  private static void testcase(
      XmlText xml, RunRecord run, Verdict verdict, String classname, Outcome outcome) {
    String name = (outcome.phase() + " " + outcome.limit()).strip();
    String[] testcase = testcase(classname, name, latency(outcome));
    if (outcome.passed()) {
      xml.empty("testcase", testcase);
      return;
    }
    List<String> sentences = Sentences.of(outcome, run);
    xml.open("testcase", testcase);
    String kind = kind(outcome, verdict);
    xml.text(
        kind,
        sentences,
        kind.equals(SKIPPED)
            ? new String[] {"message", sentences.get(0)}
            : new String[] {"message", sentences.get(0), "type", outcome.result().key()});
    xml.close();
  }

  private static String[] suite(
      RunRecord run, String name, String tests, String failures, String errors, String skipped) {
    return new String[] {
      "name", name,
      "time", seconds(run.duration()),
      "timestamp", run.startedAt().toString(),
      "tests", tests,
      "errors", errors,
      "skipped", skipped,
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

  private static Duration latency(Outcome outcome) {
    boolean latency = LimitName.limit(outcome.limit()).flatMap(Limit::quantile).isPresent();
    return latency && outcome.measured().isPresent()
        ? Duration.ofMillis((long) outcome.measured().getAsDouble())
        : Duration.ZERO;
  }

  private static String errors(List<Outcome> outcomes, Verdict verdict, boolean judged) {
    return String.valueOf(number(outcomes, ERROR, verdict) + (judged ? 0 : 1));
  }

  private static String count(List<Outcome> outcomes, String kind, Verdict verdict) {
    return String.valueOf(number(outcomes, kind, verdict));
  }

  private static long number(List<Outcome> outcomes, String kind, Verdict verdict) {
    return outcomes.stream().filter(outcome -> kind(outcome, verdict).equals(kind)).count();
  }

  /** The element that says why an outcome is not met; empty for one that is. */
  private static String kind(Outcome outcome, Verdict verdict) {
    return switch (outcome.result()) {
      case MET -> "";
      case BREACHED -> FAILURE;
      case INCONCLUSIVE -> verdict.onInconclusive() == OnInconclusive.FAIL ? FAILURE : SKIPPED;
      case NO_DATA -> ERROR;
    };
  }

  private static String seconds(Duration duration) {
    return BigDecimal.valueOf(duration.toMillis(), 3).toPlainString();
  }
}

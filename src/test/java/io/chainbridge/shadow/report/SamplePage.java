package io.chainbridge.shadow.report;

import io.chainbridge.shadow.contract.Violation;
import io.chainbridge.shadow.record.Ending;
import io.chainbridge.shadow.record.ViolationCount;
import java.util.List;
import java.util.Optional;

/** Pages of runs of every kind. */
enum SamplePage {
  PASSED,
  PROVEN,
  BREACHED,
  NO_DATA,
  ALL_FAILED,
  INTERRUPTED,
  ONE_ENDPOINT,
  TWELVE_ENDPOINTS,
  ONE_REQUEST,
  HUNDRED_THOUSAND_REQUESTS,
  HOSTILE;

  private static final String UNAVAILABLE = "status 200 expected, found 503";

  SampleRun run() {
    return switch (this) {
      case PASSED -> shadow().load(20, 1);
      case PROVEN -> shadow().load(400, 4);
      case BREACHED -> breached();
      case NO_DATA -> shadow().load(0, 1).ending(unreachable());
      case ALL_FAILED ->
          new SampleRun()
              .with("stats", SampleService.failing(1, UNAVAILABLE))
              .with("events", SampleService.failing(1, UNAVAILABLE));
      case INTERRUPTED ->
          shadow()
              .load(7, 1)
              .ending(new Ending(Ending.Kind.INTERRUPTED, "the run was stopped before its end"));
      case ONE_ENDPOINT ->
          new SampleRun().with("stats", SampleService.healthy(6, 430)).load(300, 2);
      case TWELVE_ENDPOINTS -> twelve();
      case ONE_REQUEST -> shadow().load(1, 1);
      case HUNDRED_THOUSAND_REQUESTS -> shadow().load(100_000, 32);
      case HOSTILE -> hostile();
    };
  }

  String html() {
    return run().page(true);
  }

  private static SampleRun shadow() {
    return new SampleRun()
        .with("stats", SampleService.healthy(6, 430))
        .with("events", SampleService.healthy(31, 12_400));
  }

  private static SampleRun breached() {
    return new SampleRun()
        .with("stats", new SampleService(58, 0.35, 430, 0.08, UNAVAILABLE))
        .with(
            "events",
            new SampleService(
                24,
                0.3,
                12_400,
                0.02,
                "contract, found string at /events/*/delta, expected number"),
            broken(
                "/events/*/delta",
                "string",
                """
                {"events": [{"corridor": "CN-US", "timestamp": "2026-11-22T22:02:41Z", "delta": 0.0123},
                  {"corridor": "DE-UK", "timestamp": "2026-11-22T22:02:41Z", "delta": "0.0456"}],
                 "api_key": "***"}"""))
        .load(200, 4)
        .machineCpu(0.96);
  }

  private static SampleRun twelve() {
    SampleRun run = new SampleRun().load(60, 3);
    for (int i = 1; i <= 12; i++) {
      run.with("endpoint-" + i, SampleService.healthy(5 * i + (i == 9 ? 60 : 0), 900 * i));
    }
    return run;
  }

  private static SampleRun hostile() {
    return new SampleRun()
        .on(
            "</title><script>alert(1)</script>",
            "http://x/?q=\"><img src=http://127.0.0.1:9/ onerror=alert(2)>")
        .with(
            "stats</script><script>alert(3)</script>",
            SampleService.failing(0.3, "</td><script>alert(4)</script>\u202Eevil\u0000'\"&amp;"))
        .with(
            "\u05E9\u05DC\u05D5\u05DD",
            SampleService.failing(0.5, "x<!--".repeat(2_000_000)),
            broken(
                "/</code><script>alert(5)</script>",
                "<b>\u2028</b>",
                "{\"a\": \"</pre><script>alert(6)</script>" + "\u202E".repeat(2_000)))
        .load(40, 1);
  }

  private static Ending unreachable() {
    return new Ending(
        Ending.Kind.UNREACHABLE,
        "no service answered http://127.0.0.1:35381/health within 30 s (connection refused)");
  }

  private static ViolationCount broken(String place, String found, String sample) {
    return new ViolationCount(
        new Violation(
            place, place, found, "number", List.of(), Optional.of("ALEX requires drift figures")),
        4,
        sample);
  }
}

package io.chainbridge.shadow.gatling;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reports that cannot be written: a gate without evidence is not open. */
class UnwritableReportsIT {

  @Test
  void theVerdictIsPrintedAndNotPassed(@TempDir Path folder) throws Exception {
    Files.writeString(folder.resolve("reports"), "in the way");
    try (Target target = Target.start().on("/fine", Answer.json("{}"))) {
      GateResult result =
          GateRun.in(folder).against(target).withBudget(new Budget().endpoint("fine")).run();

      assertThat(result.exitCode()).as(result::console).isEqualTo(2);
      assertThat(result.out())
          .contains("Verdict: incomplete", "the reports could not be written", "reports")
          .containsPattern("fine +p95_latency_ms +<.* met ");
      assertThat(folder.resolve("reports")).hasContent("in the way");
    }
  }

  /** Else the run before it would go on to look like the newest. */
  @Test
  void theMetricsAreStillPushed(@TempDir Path folder) throws Exception {
    Files.writeString(folder.resolve("reports"), "in the way");
    String ofGate = "/metrics/job/shadow_load/gate/test";
    String ofEndpoint = "/metrics/job/shadow_load/endpoint/fine/gate/test";
    try (Target target = Target.start().on("/fine", Answer.json("{}"));
        Target gateway =
            Target.start().on(ofGate, Answer.json("{}")).on(ofEndpoint, Answer.json("{}"))) {
      GateResult result =
          GateRun.in(folder)
              .against(target)
              .with("pushgateway", gateway.uri())
              .withBudget(new Budget().endpoint("fine"))
              .run();

      assertThat(result.exitCode()).as(result::console).isEqualTo(2);
      assertThat(result.err()).doesNotContain("warning: the Pushgateway");
      assertThat(gateway.requests(ofGate)).isEqualTo(1);
      assertThat(gateway.requests(ofEndpoint)).isEqualTo(1);
    }
  }
}

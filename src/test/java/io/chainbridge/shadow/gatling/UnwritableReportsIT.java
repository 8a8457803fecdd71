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
}

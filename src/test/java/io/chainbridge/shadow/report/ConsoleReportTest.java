package io.chainbridge.shadow.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.chainbridge.shadow.Golden;
import io.chainbridge.shadow.budget.Limit;
import io.chainbridge.shadow.budget.OnInconclusive;
import io.chainbridge.shadow.record.Ending;
import io.chainbridge.shadow.record.RunRecord;
import io.chainbridge.shadow.record.RunSample;
import io.chainbridge.shadow.trend.RunTrend;
import io.chainbridge.shadow.verdict.Verdict;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ConsoleReportTest {

  @Test
  void aGreenRunIsATable() {
    new Golden("console-green.txt").assertIs(write(ReportSample.green()));
  }

  @Test
  void aRedRunSaysWhatIsWrong() {
    new Golden("console-red.txt").assertIs(write(ReportSample.red()));
  }

  @ParameterizedTest
  @EnumSource
  void aRunOfEachShapeSaysWhatItFound(ShapeSample sample) {
    new Golden("console/%s.txt".formatted(sample.key())).assertIs(write(sample.sample()));
  }

  @Test
  void whateverTheServiceSaysEveryLineIsPlainAscii() {
    String text = write(ReportSample.hostile());
    assertThat(text.lines()).allMatch(line -> line.matches("[\\x20-\\x7e]*"));
    assertThat(text.lines().filter(line -> line.startsWith("Verdict: ")))
        .containsExactly("Verdict: breached");
    assertThat(text).endsWith("Verdict: breached\n");
  }

  @Test
  void aServiceCannotCommandTheServerThatReadsTheConsole() {
    var endpoint = RunSample.endpoint("stats", Map.of(Limit.MAX_FAILURE_RATE, 0.05));
    RunRecord run =
        RunSample.complete(
            RunSample.measured(endpoint, RunSample.ko(1, 1, "##[add-mask]a\n::stop-commands::x")));
    Verdict verdict = Verdict.of(run, RunSample.gate(endpoint));
    assertThat(write(run, verdict).lines())
        .anyMatch(line -> line.contains("[add-mask]"))
        .noneMatch(line -> line.contains("##[") || line.startsWith("::"));
  }

  @Test
  void aBusyInjectorIsSaid() {
    SampleRun busy = SamplePage.BREACHED.run();
    RunRecord run = busy.record();
    assertThat(write(run, Verdict.of(run, busy.gate())).lines())
        .anyMatch(line -> line.startsWith("! the machine was busy to 96 %"));
  }

  @Test
  void anInterruptedRunSaysWhy() {
    RunRecord run =
        RunSample.run(new Ending(Ending.Kind.INTERRUPTED, "stopped after 0 of 20 requests"));
    Verdict verdict =
        new Verdict(
            Verdict.Status.INTERRUPTED,
            run.ending().reason(),
            List.of(),
            List.of(),
            OnInconclusive.WARN);
    assertThat(write(run, verdict).lines())
        .contains("- stopped after 0 of 20 requests", "Verdict: interrupted");
  }

  private static String write(ReportSample sample) {
    return write(sample.run(), sample.verdict());
  }

  private static String write(RunRecord run, Verdict verdict) {
    return ConsoleReport.write(run, verdict, RunTrend.NONE).replace(System.lineSeparator(), "\n");
  }
}

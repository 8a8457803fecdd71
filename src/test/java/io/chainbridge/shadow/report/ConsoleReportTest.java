package io.chainbridge.shadow.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.chainbridge.shadow.Golden;
import io.chainbridge.shadow.record.Ending;
import io.chainbridge.shadow.record.RunRecord;
import io.chainbridge.shadow.record.RunSample;
import io.chainbridge.shadow.verdict.Verdict;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConsoleReportTest {

  @Test
  void aGreenRunIsATable() {
    new Golden("console-green.txt").assertIs(write(ReportSample.green()));
  }

  @Test
  void aRedRunSaysWhatIsWrong() {
    new Golden("console-red.txt").assertIs(write(ReportSample.red()));
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
  void anInterruptedRunSaysWhy() {
    RunRecord run =
        RunSample.run(new Ending(Ending.Kind.INTERRUPTED, "stopped after 0 of 20 requests"));
    Verdict verdict = new Verdict(Verdict.Status.INTERRUPTED, run.ending().reason(), List.of());
    assertThat(write(new ReportSample(run, verdict)).lines())
        .contains("- stopped after 0 of 20 requests", "Verdict: interrupted");
  }

  private static String write(ReportSample sample) {
    return ConsoleReport.write(sample.run(), sample.verdict())
        .replace(System.lineSeparator(), "\n");
  }
}

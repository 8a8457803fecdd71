package io.chainbridge.shadow.trend;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PastRunLinesTest {
  private static final List<PastRun> RUNS = Past.daily(12, 12.345678901234567, 1e-9, 90);

  @Test
  void givesBackWhatWasWrittenALineEach() {
    String text = PastRunLines.write(RUNS);
    assertThat(text.lines()).hasSize(4);
    assertThat(PastRunLines.read(text)).isEqualTo(new History.Contents(RUNS, List.of()));
    assertThat(PastRunLines.write(PastRunLines.read(text).runs())).isEqualTo(text);
    assertThat(PastRunLines.read("").runs()).isEmpty();
  }

  @Test
  void aDamagedLineIsSkippedAndNamed() {
    String text = PastRunLines.write(RUNS).replaceFirst("\n\\{", "\n{\u001b");
    History.Contents contents = PastRunLines.read(text + "{}\n");
    assertThat(contents.runs()).containsExactly(RUNS.get(0), RUNS.get(2), RUNS.get(3));
    assertThat(contents.warnings())
        .satisfiesExactly(
            second -> assertThat(second).startsWith("line 2 is skipped: no JSON: "),
            fifth ->
                assertThat(fifth)
                    .isEqualTo(
                        "line 5 is skipped: no run of a history: schema_version is missing"));
  }
}

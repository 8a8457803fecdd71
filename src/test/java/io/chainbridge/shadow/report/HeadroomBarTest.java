package io.chainbridge.shadow.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.chainbridge.shadow.budget.Limit;
import io.chainbridge.shadow.verdict.Evidence;
import io.chainbridge.shadow.verdict.Outcome;
import java.util.OptionalDouble;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HeadroomBarTest {

  @ParameterizedTest
  @CsvSource({
    "0, 0.0, 0.0, 100 % left",
    "5, 6.7, 0.0, 93.3 % left",
    "74, 98.7, 0.0, 1.33 % left",
    "75, 100.0, 0.0, none left",
    "89, 100.0, 18.7, 18.7 % over",
    "150, 100.0, 30.0, 2 times the budget",
    "900, 100.0, 30.0, 12 times the budget",
    "100000, 100.0, 30.0, '1,333 times the budget'"
  })
  void showsWhatIsUsedOfTheBudget(double measured, String used, String over, String text) {
    Outcome outcome =
        new Outcome(
            "",
            "stats",
            Limit.P95_LATENCY_MS.key(),
            75,
            OptionalDouble.of(measured),
            measured < 75 ? Outcome.Result.MET : Outcome.Result.BREACHED,
            new Evidence.None());
    assertThat(HeadroomBar.of(outcome, outcome.headroom().orElseThrow()))
        .isEqualTo(new HeadroomBar(used, over, text));
  }
}

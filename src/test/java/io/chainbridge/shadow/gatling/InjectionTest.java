package io.chainbridge.shadow.gatling;

import static org.assertj.core.api.Assertions.assertThat;

import io.chainbridge.shadow.budget.BudgetFile;
import io.chainbridge.shadow.load.Stage;
import io.chainbridge.shadow.record.Ending;
import io.chainbridge.shadow.service.Targets;
import io.chainbridge.shadow.settings.Settings;
import io.chainbridge.shadow.settings.Shape;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class InjectionTest {
  private final Run run = run();

  @Test
  void arrivalsThatCannotBePlannedEndTheRunAndDoNotLetItHang() {
    Stage tooLong = Stage.only(10, Duration.ofDays(1_000_000));
    Injection injection = new Injection(() -> Optional.of(tooLong), run);

    assertThat(injection.offsets().hasNext()).isFalse();
    assertThat(injection.offsets().hasNext()).isFalse();

    assertThat(run.end().decision())
        .hasValue(
            new Ending(
                Ending.Kind.INCOMPLETE,
                "the arrivals could not be planned: java.lang.ArithmeticException: long overflow"));
    assertThat(run.mayMeasure()).isFalse();
  }

  private static Run run() {
    Settings settings =
        Settings.read(Shape.LOAD, Map.of("baseUrl", "http://127.0.0.1:1", "rate", "10"), Map.of());
    return new Run(
        "Load",
        settings,
        BudgetFile.read(settings.budgets(), settings.limits(), Map.of()),
        "",
        Targets.of(settings),
        Host.ITS_OWN);
  }
}

package io.chainbridge.shadow.gatling;

import static org.assertj.core.api.Assertions.assertThat;

import io.chainbridge.shadow.budget.BudgetFile;
import io.chainbridge.shadow.load.Arrivals;
import io.chainbridge.shadow.load.Stage;
import io.chainbridge.shadow.record.RunRecorder;
import io.chainbridge.shadow.service.Targets;
import io.chainbridge.shadow.settings.Pace;
import io.chainbridge.shadow.settings.Settings;
import io.chainbridge.shadow.settings.Shape;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CapacityPlanTest {
  /** Gatling asks for arrivals at most so long before they are due. */
  private static final Duration AHEAD = Duration.ofSeconds(2);

  private static final Duration TIMEOUT = Duration.ofSeconds(3);

  /** When each arrival is due. */
  private final List<Duration> due = new ArrayList<>();

  private Duration endOfTry = Duration.ZERO;
  private Optional<Duration> judgement = Optional.empty();

  @ParameterizedTest
  @ValueSource(strings = {"0.01", "0.1", "1", "100"})
  void aTryIsJudgedWhenItsLastAnswerMustHaveComeHoweverFewUsersSettle(String rate) {
    Run run = run(rate);
    RunRecorder recorder = run.recorder();
    CapacityPlan plan = new CapacityPlan(run, (Pace.Search) run.settings().pace());
    Arrivals arrivals = new Arrivals(() -> next(plan), new Notes(recorder), 42);

    while (judgement.isEmpty() && arrivals.hasNext()) {
      Arrivals.Arrival arrival = arrivals.next();
      due.add(arrival.offset());
      long ms = arrival.offset().toMillis();
      recorder.due(arrival.stage().name(), ms);
      recorder.arrived(arrival.stage().name(), ms, ms);
    }

    assertThat(judgement).hasValueSatisfying(at -> assertThat(at).isGreaterThan(allAnswered()));
  }

  private Duration allAnswered() {
    return endOfTry.plus(TIMEOUT);
  }

  /** The warm-up of the next rate follows at once upon the judgement. */
  private Optional<Stage> next(CapacityPlan plan) {
    Optional<Stage> next = plan.get();
    if (!endOfTry.isZero()
        && next.filter(stage -> stage.length().equals(Duration.ofSeconds(2))).isPresent()) {
      judgement = Optional.of(due.get(due.size() - 2).minus(AHEAD));
    }
    return next;
  }

  private final class Notes implements Arrivals.Listener {
    private final RunRecorder recorder;

    private Notes(RunRecorder recorder) {
      this.recorder = recorder;
    }

    @Override
    public void begins(Stage stage, Duration offset) {
      recorder.phaseBegins(stage.name(), stage.judged(), stage.rate(), offset.toMillis());
    }

    @Override
    public void ended(Stage stage, Duration offset) {
      recorder.phaseEnds(stage.name(), offset.toMillis());
      endOfTry = stage.judged() ? offset : endOfTry;
    }
  }

  private static Run run(String rate) {
    Settings settings =
        Settings.read(
            Shape.CAPACITY,
            Map.of(
                "baseUrl",
                "http://127.0.0.1:1",
                "startRate",
                rate,
                "timeout",
                TIMEOUT.toSeconds() + "s"),
            Map.of());
    return new Run(
        "Capacity",
        settings,
        BudgetFile.read(settings.budgets(), settings.limits(), Map.of()),
        "",
        Targets.of(settings),
        Host.ITS_OWN);
  }
}

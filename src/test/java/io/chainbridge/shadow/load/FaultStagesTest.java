package io.chainbridge.shadow.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.chainbridge.shadow.budget.Fault;
import io.chainbridge.shadow.budget.FaultKind;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FaultStagesTest {
  private static Fault fault(String name, int from, int until, int recovery) {
    return new Fault(
        name,
        FaultKind.RESET,
        Map.of(),
        1,
        Duration.ofSeconds(from),
        Duration.ofSeconds(until),
        List.of("stats"),
        Optional.empty(),
        recovery == 0 ? Optional.empty() : Optional.of(Duration.ofSeconds(recovery)));
  }

  private static List<String> stages(int seconds, Fault... faults) {
    return Stages.aroundFaults(20, Duration.ofSeconds(seconds), List.of(faults)).stream()
        .map(
            stage ->
                "%s %d %s"
                    .formatted(
                        stage.name(),
                        stage.length().toSeconds(),
                        stage.judged() ? "judged" : "not judged"))
        .toList();
  }

  @Test
  void theRateIsCutWhereFaultsBeginEndAndAreRecoveredFrom() {
    assertThat(stages(60, fault("a", 10, 20, 4), fault("b", 30, 35, 0)))
        .containsExactly(
            "clear 1 10 judged",
            "a fault 10 judged",
            "recovery from a 4 not judged",
            "clear 2 6 judged",
            "b fault 5 judged",
            "recovery from b 1 not judged",
            "clear 3 24 judged");
  }

  @Test
  void aFaultMayFillTheRunFromItsBeginningToItsEnd() {
    assertThat(stages(20, fault("a", 0, 20, 0))).containsExactly("a fault 20 judged");
    assertThat(stages(20, fault("a", 0, 10, 10)))
        .containsExactly("a fault 10 judged", "recovery from a 10 not judged");
  }

  @Test
  void theRateIsTheSameInAll() {
    assertThat(Stages.aroundFaults(20, Duration.ofSeconds(60), List.of(fault("a", 10, 20, 4))))
        .allMatch(stage -> stage.rate() == 20)
        .satisfies(
            all -> assertThat(all.stream().mapToLong(Stage::arrivals).sum()).isEqualTo(20 * 60));
  }
}

package io.chainbridge.shadow.record;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.chainbridge.shadow.contract.Violation;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EndpointCounterTest {
  private static final int MOST = EndpointCounter.MOST_MESSAGES;

  private final EndpointCounter counter = new EndpointCounter();

  private EndpointRecord counted() {
    return counter.record(RunSample.endpoint("stats", Map.of()), 0);
  }

  @Test
  void messagesBeyondTheBoundAreCountedTogetherAndNoneIsLost() {
    for (int i = 0; i < MOST + 500; i++) {
      counter.request(0, 10 + i, false, "refused by 10.0.0.1:" + i);
    }
    counter.request(0, 5_000, false, "refused by 10.0.0.1:0");
    List<ErrorCount> errors = counted().errors();
    assertThat(errors).hasSize(MOST + 1);
    assertThat(errors.get(0).message()).isEqualTo("(another of many different messages)");
    assertThat(errors.get(0).count()).isEqualTo(500);
    assertThat(errors.get(0).firstSeen()).hasMillis(10 + MOST);
    assertThat(errors.get(1).message()).as("a known one is still counted").endsWith(":0");
    assertThat(errors.get(1).count()).isEqualTo(2);
    assertThat(errors.stream().mapToLong(ErrorCount::count).sum())
        .isEqualTo(counted().failures())
        .isEqualTo(MOST + 501);
  }

  @Test
  void violationsBeyondTheBoundAreNotToldAsTheFirstOfThem() {
    for (int i = 0; i < MOST + 500; i++) {
      counter.contractBroken(violation("/" + i), new byte[0]);
    }
    counter.contractBroken(violation("/0"), new byte[0]);
    EndpointRecord counted = counted();
    assertThat(counted.contractViolations()).hasSize(MOST + 1);
    ViolationCount others = counted.contractViolations().get(0);
    assertThat(others.count()).isEqualTo(500);
    assertThat(others.violation().description())
        .isEqualTo("another of many different violations in the body, expected none");
    assertThat(counted.contractViolations().get(1).violation()).isEqualTo(violation("/0"));
    assertThat(counted.contractBreaks()).isEqualTo(MOST + 501);
    assertThat(counted.contractChecks()).isEqualTo(MOST + 501);
  }

  @Test
  void aViolationIsToldWithThePlaceOfTheFirstAndTheBeginningOfItsBody() {
    counter.contractBroken(
        new Violation("/a/1", "/a/*", "x", "y", List.of(), Optional.empty()),
        "{\"a\": 1}".getBytes(UTF_8));
    counter.contractBroken(
        new Violation("/a/2", "/a/*", "x", "y", List.of(), Optional.empty()),
        "{\"a\": 2}".getBytes(UTF_8));
    assertThat(counted().contractViolations())
        .containsExactly(
            new ViolationCount(
                new Violation("/a/1", "/a/*", "x", "y", List.of(), Optional.empty()),
                2,
                "{\"a\": 1}"));
  }

  @Test
  void aMessageIsFirstSeenWhenItsEarliestRequestEndedInWhateverOrderTheyCome() {
    counter.request(0, 900, false, "503");
    counter.request(0, 300, false, "503");
    assertThat(counter.record(RunSample.endpoint("stats", Map.of()), 100).errors())
        .extracting(error -> error.firstSeen().toMillis())
        .containsExactly(200L);
  }

  @Test
  void whatWasToldIsNotChangedByWhatComesLater() {
    counter.request(0, 10, true, "");
    EndpointRecord before = counted();
    counter.request(0, 20, false, "503");
    counter.body(5);
    assertThat(before.requests()).isEqualTo(1);
    assertThat(before.errors()).isEmpty();
    assertThat(before.sizes().bodies()).isZero();
  }

  private static Violation violation(String pointer) {
    return new Violation(pointer, pointer, "string", "number", List.of(), Optional.empty());
  }
}

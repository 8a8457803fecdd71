package io.chainbridge.shadow.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ViolationTest {

  @ParameterizedTest
  @CsvSource({
    "'', in the body",
    "/events, at /events",
    "/events/0, at /events/*",
    "/events/17/delta, at /events/*/delta",
    "/0/1/2, at /*/*/*",
    "/p95, at /p95",
    "/95th, at /95th"
  })
  void thePlaceHasAStarForEachIndex(String pointer, String place) {
    assertThat(new Violation(pointer, "", "", List.of(), Optional.empty()).place())
        .isEqualTo(place);
  }

  @Test
  void theDescriptionSaysWhatIsWhereAndWhatWasExpectedAndWhy() {
    Violation violation =
        new Violation(
            "/events/3/delta", "string", "number", List.of(), Optional.of("ALEX wants it"));
    assertThat(violation.description())
        .isEqualTo("string at /events/*/delta, expected number; ALEX wants it");
  }
}

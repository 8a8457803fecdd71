package io.chainbridge.shadow.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ViolationTest {

  @Test
  void theDescriptionSaysWhatIsWhereAndWhatWasExpectedAndWhy() {
    Violation violation =
        new Violation(
            new Place("/events/3/delta", "/events/*/delta"),
            "string",
            "number",
            List.of(),
            Optional.of("ALEX wants it"));
    assertThat(violation.description())
        .isEqualTo("string at /events/*/delta, expected number; ALEX wants it");
  }

  @Test
  void ofABodyItNamesNoPointer() {
    assertThat(Violation.ofBody("HTML", "JSON").description())
        .isEqualTo("HTML in the body, expected JSON");
  }
}

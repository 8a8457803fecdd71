package io.chainbridge.shadow.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReferenceOptionsTest {

  @ParameterizedTest
  @ValueSource(ints = {-1, 65_536})
  void aPortHasBounds(int port) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ReferenceOptions.DEFAULT.withPort(port))
        .withMessageContaining("0 to 65535");
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, ReferenceOptions.MAX_EVENTS + 1})
  void theNumberOfEventsHasBounds(int events) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ReferenceOptions.DEFAULT.withEvents(events))
        .withMessageContaining("0 to 200000");
  }

  @Test
  void argumentsSayEveryOption() {
    Faults faults = new Faults(Duration.ofSeconds(2), 0.1, 40, false);
    assertThat(new ReferenceOptions(8000, 10, -7, faults).arguments())
        .containsExactly(
            "--port=8000",
            "--events=10",
            "--seed=-7",
            "--latency=2000ms",
            "--error-rate=0.1",
            "--events-kb=40",
            "--no-model-version");
  }
}

package io.chainbridge.shadow.reference;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.chainbridge.shadow.process.JavaProgram;
import java.util.List;
import org.junit.jupiter.api.Test;

class EventStoreIT {

  @Test
  void timesAreThoseOfUtcWhereTheMachinesClockSkipsThem() throws Exception {
    String skippedInBerlin = "2026-03-29T02:30:00.000";
    Process process =
        JavaProgram.of(List.of("-Duser.timezone=Europe/Berlin"), StoredTime.class, skippedInBerlin)
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    assertThat(new String(process.getInputStream().readAllBytes(), UTF_8).lines())
        .last()
        .isEqualTo(skippedInBerlin);
    assertThat(process.waitFor()).isZero();
  }
}

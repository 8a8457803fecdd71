package io.chainbridge.shadow.reference;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class EventStoreIT {

  @Test
  void timesAreThoseOfUtcWhereTheMachinesClockSkipsThem() throws Exception {
    String skippedInBerlin = "2026-03-29T02:30:00.000";
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Duser.timezone=Europe/Berlin",
                "-cp",
                System.getProperty("java.class.path"),
                StoredTime.class.getName(),
                skippedInBerlin)
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    assertThat(new String(process.getInputStream().readAllBytes(), UTF_8).lines())
        .last()
        .isEqualTo(skippedInBerlin);
    assertThat(process.waitFor()).isZero();
  }
}

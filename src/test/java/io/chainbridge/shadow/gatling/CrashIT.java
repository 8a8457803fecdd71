package io.chainbridge.shadow.gatling;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.chainbridge.shadow.budget.BudgetFile;
import io.chainbridge.shadow.process.JavaProgram;
import io.chainbridge.shadow.record.Ending;
import io.chainbridge.shadow.service.Targets;
import io.chainbridge.shadow.settings.Settings;
import io.chainbridge.shadow.settings.Shape;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** How a run is told to have ended whose process ends while it goes on. */
class CrashIT {
  /** The Maven plugin's launcher catches what Gatling throws, and ends the process. */
  @Test
  void aCrashAfterWhichTheLauncherEndsTheProcessIsNotAnInterruption() throws Exception {
    assertThat(endingOf("exit")).isEqualTo(Ending.Kind.INCOMPLETE.name());
  }

  @Test
  void aThreadThatEndsByItselfIsACrashAsWell() throws Exception {
    assertThat(endingOf("return")).isEqualTo(Ending.Kind.INCOMPLETE.name());
  }

  @Test
  void anExitOfAnotherThreadIsAnInterruption() throws Exception {
    assertThat(endingOf("exit elsewhere")).isEqualTo(Ending.Kind.INTERRUPTED.name());
  }

  private static String endingOf(String way) throws IOException {
    Process process =
        JavaProgram.of(List.of(), Crash.class, way)
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    return new String(process.getInputStream().readAllBytes(), UTF_8).strip();
  }

  /** A process that ends while its run goes on. */
  static final class Crash {
    private Crash() {}

    public static void main(String[] args) throws InterruptedException {
      Settings settings =
          Settings.read(Shape.PROBE, Map.of("baseUrl", "http://127.0.0.1:1"), Map.of());
      Run run =
          new Run(
              "Probe",
              settings,
              BudgetFile.read(settings.budgets(), settings.limits(), Map.of()),
              "",
              Targets.of(settings),
              Host.ITS_OWN);
      Runtime.getRuntime().addShutdownHook(new Thread(() -> tell(run)));
      if (args[0].equals("exit")) {
        System.exit(1);
      }
      if (args[0].equals("exit elsewhere")) {
        Thread elsewhere = new Thread(() -> System.exit(1));
        elsewhere.start();
        elsewhere.join(); // as long as this process lasts
      }
    }

    private static void tell(Run run) {
      run.interrupt();
      System.out.println(run.end().failure().orElseThrow().kind());
    }
  }
}

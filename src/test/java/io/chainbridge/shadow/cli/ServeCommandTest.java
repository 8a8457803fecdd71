package io.chainbridge.shadow.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.chainbridge.shadow.reference.Faults;
import io.chainbridge.shadow.reference.ReferenceOptions;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class ServeCommandTest {

  @Test
  void withoutOptionsItIsTheDefaultServiceOnPort8000() {
    assertThat(parsed()).isEqualTo(ReferenceOptions.DEFAULT.withPort(8000));
  }

  @Test
  void optionsAreRead() {
    assertThat(
            parsed(
                "--port",
                "0",
                "--events",
                "100000",
                "--seed",
                "7",
                "--latency",
                "100ms",
                "--error-rate",
                "0.1",
                "--events-kb",
                "40",
                "--no-model-version"))
        .isEqualTo(
            new ReferenceOptions(
                0, 100_000, 7, new Faults(Duration.ofMillis(100), 0.1, 40, false)));
  }

  @Test
  void theArgumentsOfOptionsMeanThoseOptions() {
    ReferenceOptions options =
        new ReferenceOptions(
            65_535, 0, Long.MIN_VALUE, new Faults(Duration.ofMinutes(10), 1e-9, 10_240, false));
    assertThat(parsed(options.arguments().toArray(String[]::new))).isEqualTo(options);
    assertThat(parsed(ReferenceOptions.DEFAULT.arguments().toArray(String[]::new)))
        .isEqualTo(ReferenceOptions.DEFAULT);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--port=70000    | must be a whole number from 0 (any free port) to 65535; for example --port=8000",
        "--port=x        | must be a whole number from 0 (any free port) to 65535; for example --port=8000",
        "--events=-1     | must be a whole number from 0 to 200000; for example --events=100000",
        "--seed=1.5      | must be a whole number of 64 bits; for example --seed=42",
        "--latency=100   | must be a duration with its unit (ms, s, m or h), up to 10m; for example --latency=100ms",
        "--latency=11m   | must be a duration with its unit (ms, s, m or h), up to 10m; for example --latency=100ms",
        "--error-rate=2  | must be a number from 0 to 1; for example --error-rate=0.1",
        "--error-rate=NaN| must be a number from 0 to 1; for example --error-rate=0.1",
        "--events-kb=x   | must be a whole number from 0 to 10240; for example --events-kb=40",
      })
  void aBadValueIsToldInOneLineAndExitsWith2(String argument, String message) {
    StringWriter err = new StringWriter();
    CommandLine commandLine = Main.commandLine().setErr(new PrintWriter(err));
    assertThat(commandLine.execute("serve", argument)).isEqualTo(2);
    assertThat(err.toString().strip()).isEqualTo(argument + ": " + message);
  }

  private static ReferenceOptions parsed(String... arguments) {
    ServeCommand command = new ServeCommand();
    new CommandLine(command).parseArgs(arguments);
    return command.options();
  }
}

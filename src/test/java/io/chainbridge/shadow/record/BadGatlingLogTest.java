package io.chainbridge.shadow.record;

import static io.chainbridge.shadow.record.LogPart.part;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class BadGatlingLogTest {

  static Stream<Arguments> refused() {
    return Stream.of(
        argumentSet(
            "nothing",
            part(log -> {}),
            "empty: the run was killed before its first requests. Run it again."),
        argumentSet(
            "an archive",
            part(log -> log.int8('P').int8('K')),
            "starts with byte 80, not 0: no log of Gatling 3.15.1."
                + " Give the simulation.log of a run."),
        argumentSet(
            "a text log",
            part(log -> log.int8('R').int8('U').int8('N')),
            "starts with R, as the text logs of much older Gatlings do: no log of Gatling 3.15.1."
                + " Give the simulation.log of a run."),
        argumentSet(
            "zeros",
            part(log -> log.int64(0).int64(0)),
            "names no Gatling version: no log of Gatling 3.15.1."
                + " Give the simulation.log of a run."),
        argumentSet(
            "some other binary file",
            part(log -> log.int8(0).int32(-1)),
            "names no Gatling version: no log of Gatling 3.15.1."
                + " Give the simulation.log of a run."),
        argumentSet(
            "another version",
            part(log -> log.header("3.14.0", "S", "", List.of())),
            "written by Gatling 3.14.0; can be read: 3.15.1."
                + " Run the simulation again with that version."),
        argumentSet(
            "a start before Gatling",
            part(log -> log.int8(0).string("3.15.1").string("S").int64(-1)),
            "damaged in its header at byte 18: a start of -1 ms; possible: years 2000 to 9999."
                + " Copy or run it again."),
        argumentSet(
            "a negative number of scenarios",
            part(
                log ->
                    log.int8(0).string("3.15.1").string("S").int64(1L << 40).string("").int32(-1)),
            "damaged in its header at byte 30: a number of scenarios of -1;"
                + " possible: 0 to 2147483647. Copy or run it again."));
  }

  @ParameterizedTest
  @MethodSource
  void refused(LogPart content, String problem) {
    assertThatThrownBy(() -> LogSample.read(content.bytes()))
        .isInstanceOf(GatlingLogException.class)
        .hasMessage("simulation.log: " + problem);
  }

  @Test
  void noFileAndNoFolderAreRefused(@TempDir Path folder) {
    Path absent = folder.resolve("simulation.log");
    assertThatThrownBy(() -> GatlingLog.read(absent, new GatlingLog.Listener() {}))
        .isInstanceOf(GatlingLogException.class)
        .hasMessage(absent + ": no such file; Gatling leaves one in each run's folder");
    assertThatThrownBy(() -> GatlingLog.read(folder, new GatlingLog.Listener() {}))
        .isInstanceOf(GatlingLogException.class)
        .hasMessage(folder + ": is a directory; give the simulation.log inside it");
  }
}

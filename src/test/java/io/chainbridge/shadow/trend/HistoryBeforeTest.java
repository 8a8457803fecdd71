package io.chainbridge.shadow.trend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a run is compared with. */
class HistoryBeforeTest {
  private static final Subject FIX =
      new Subject("shadow", Past.MAIN.shape(), "embedded", Past.MAIN.load(), Optional.of("fix"));

  @TempDir private Path folder;
  private History history;

  @BeforeEach
  void begin() {
    history = new History(folder);
  }

  @Test
  void areTheRunsOfItsSubjectThatCameBeforeTheOldestFirst() throws IOException {
    for (int day : new int[] {3, 1, 5, 2, 4}) {
      history.add(Past.run(day, 12));
      history.add(Past.run(FIX, day, 12));
    }
    assertThat(history.before(Past.run(4, 99)).runs())
        .containsExactly(Past.run(1, 12), Past.run(2, 12), Past.run(3, 12));
    assertThat(new History(folder.resolve("none")).before(Past.run(4, 99)).runs()).isEmpty();
  }

  @Test
  void areLookedForAmongOthersUpToACount() throws IOException {
    for (int day = 0; day < 300; day++) {
      history.add(Past.run(FIX, day, 12));
    }
    IntStream.range(300, 600).parallel().forEach(day -> add(Past.run(day, 12)));
    List<PastRun> mine = history.before(Past.run(700, 12)).runs();
    assertThat(mine).hasSizeGreaterThanOrEqualTo(RunTrend.MOST_RUNS).endsWith(Past.run(599, 12));
    assertThat(history.before(Past.run(FIX, 700, 12)).runs())
        .hasSizeGreaterThanOrEqualTo(RunTrend.MOST_RUNS)
        .endsWith(Past.run(FIX, 299, 12));
  }

  @Test
  void areNotLookedForLongerThanARunMayWait() throws IOException {
    IntStream.range(1, 2_001).parallel().forEach(day -> add(Past.run(day, 12)));
    history.add(Past.run(FIX, 0, 12));
    assertThat(history.before(Past.run(FIX, 3_000, 12)).runs()).isEmpty();
    assertThat(history.before(Past.run(FIX, 1_000, 12)).runs()).hasSize(1);
  }

  @Test
  void areWithoutFilesThatAreNoRunsWhichAreNamed() throws IOException {
    history.add(Past.run(1, 12));
    history.add(Past.run(2, 12));
    Path damaged =
        Files.writeString(folder.resolve("20260102T000000000Z-x-00000000.json"), "damaged");
    Files.writeString(folder.resolve("notes.json"), "not by a run");
    History.Contents found = history.before(Past.run(3, 12));
    assertThat(found.runs()).containsExactly(Past.run(1, 12), Past.run(2, 12));
    assertThat(found.warnings())
        .singleElement()
        .asString()
        .startsWith(damaged + " is skipped: no JSON");
  }

  private void add(PastRun run) {
    try {
      history.add(run);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

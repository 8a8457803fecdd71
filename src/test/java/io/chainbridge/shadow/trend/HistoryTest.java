package io.chainbridge.shadow.trend;

import static org.assertj.core.api.Assertions.assertThat;

import io.chainbridge.shadow.PublishedSchema;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HistoryTest {
  /** Ten times and more what two quiet cores take, since tests of all kinds run at once. */
  private static final Duration LONGEST = Duration.ofSeconds(20);

  private static final Duration YEAR = Duration.ofDays(365);

  @TempDir private Path folder;
  private History history;

  @BeforeEach
  void begin() {
    history = new History(folder.resolve("history"));
  }

  @Test
  void isEmptyBeforeTheFirstRun() throws IOException {
    assertThat(history.read().runs()).isEmpty();
    assertThat(history.read().warnings()).isEmpty();
    history.prune(new Retention(1, YEAR), Past.START);
  }

  @Test
  void givesBackWhatWasAddedTheOldestFirst() throws IOException {
    addDays(2, 0, 1);
    assertThat(history.read().runs())
        .containsExactly(Past.run(0, 12), Past.run(1, 12), Past.run(2, 12));
    assertThat(history.read().warnings()).isEmpty();
  }

  @Test
  void aFileIsAsItsSchemaSays() throws IOException {
    addDays(0);
    PublishedSchema.HISTORY.read(Files.readString(files().get(0)));
  }

  @Test
  void aFileFromBeforeLoadsWereNotedIsReadAndAsItsSchemaSays() throws IOException {
    addDays(0);
    Path file = files().get(0);
    String text =
        Files.readString(file)
            .replace("\"load\":\"closed model, 1 user, 20 requests per endpoint\",", "");
    Files.writeString(file, text);
    PublishedSchema.HISTORY.read(text);
    assertThat(history.read().runs())
        .singleElement()
        .satisfies(run -> assertThat(run.subject().load()).isEmpty());
  }

  @Test
  void aRunIsNeverWrittenOver() throws IOException {
    addDays(0, 0);
    assertThat(files()).hasSize(2);
  }

  @Test
  void anyNumberOfWritersLeaveAFileForEachRunAndNoDraft() throws IOException {
    IntStream.range(0, 400).parallel().forEach(day -> add(Past.run(day % 20, day)));
    assertThat(history.read().runs()).hasSize(400);
    assertThat(history.read().warnings()).isEmpty();
    assertThat(files()).hasSize(400);
  }

  @Test
  void writersThatPruneAtTheSameTimeDoNotDisturbEachOtherOrAReader() throws IOException {
    Retention retention = new Retention(30, YEAR);
    Instant now = Past.START.plus(Duration.ofDays(200));
    IntStream.range(0, 200)
        .parallel()
        .forEach(
            day -> {
              add(Past.run(day, 12));
              try {
                history.prune(retention, now);
                assertThat(history.read().warnings()).isEmpty();
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            });
    history.prune(retention, now);
    assertThat(history.read().runs()).hasSize(30);
  }

  @Test
  void keepsTheNewestUpToACount() throws IOException {
    addDays(0, 1, 2, 3);
    history.prune(new Retention(2, YEAR), Past.START);
    assertThat(history.read().runs()).containsExactly(Past.run(2, 12), Past.run(3, 12));
  }

  @Test
  void keepsNothingAboveAnAge() throws IOException {
    addDays(0, 1, 2);
    history.prune(new Retention(100, Duration.ofDays(1)), Past.START.plus(Duration.ofDays(2)));
    assertThat(history.read().runs()).containsExactly(Past.run(1, 12), Past.run(2, 12));
  }

  @Test
  void doesNotDeleteWhatIsNotItsOwn() throws IOException {
    addDays(0);
    Path foreign = Files.writeString(folder.resolve("history/package.json"), "{}");
    history.prune(new Retention(1, Duration.ofDays(1)), Past.START.plus(YEAR));
    assertThat(files()).containsExactly(foreign);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          ``                                      | it is empty
          {"schema_version": 1, "run_id"          | no JSON: Unexpected end-of-input
          {}                                      | no run of a history: schema_version is missing
          [1, 2]                                  | no run of a history: schema_version is missing
          {"schema_version": 2}                   | schema_version: found 2, this reads 1
          {"schema_version": 1}                   | No value for property 'outcomes'
          """)
  void aFileThatIsNoRunIsSkippedAndNamed(String text, String why) throws IOException {
    addDays(0);
    Files.writeString(folder.resolve("history/x.json"), text);
    assertThat(history.read().runs()).hasSize(1);
    assertThat(history.read().warnings())
        .singleElement()
        .asString()
        .startsWith(folder.resolve("history/x.json") + " is skipped: ")
        .contains(why);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          "measured":12.0      | "measured":"12"      | measured: found "12", must be a number from -1e15 to 1e15
          "measured":12.0      | "measured":1e307     | must be a number from -1e15 to 1e15
          "shape":"probe"      | "shape":"waltz"      | WALTZ
          "verdict":"passed"   | "verdict":7          | verdict: found 7, must be text
          2026-01-01T          | 9999-01-01T          | must be from 2000 to 2200
          2026-01-01T          | yesterday            | no run of a history
          """)
  void aFileWithADamagedValueIsSkippedAndNamed(String good, String bad, String why)
      throws IOException {
    addDays(0, 1);
    Path file = files().get(0);
    Files.writeString(file, Files.readString(file).replace(good, bad));
    assertThat(history.read().runs()).containsExactly(Past.run(1, 12));
    assertThat(history.read().warnings()).singleElement().asString().contains(file.toString(), why);
  }

  @Test
  void aFolderOrAHugeFileInPlaceOfARunIsSkippedAndNamed() throws IOException {
    addDays(0);
    Files.createDirectory(folder.resolve("history/a.json"));
    Files.writeString(folder.resolve("history/b.json"), "x".repeat(300_000));
    assertThat(history.read().runs()).hasSize(1);
    assertThat(history.read().warnings())
        .satisfiesExactly(
            a -> assertThat(a).contains("a.json is skipped"),
            b -> assertThat(b).contains("b.json is skipped: it has 300,000 bytes"));
  }

  @Test
  void filesThatAreNoRunsAreNamedInOrderAmongAnyNumberOfRuns() throws IOException {
    IntStream.range(0, 300).forEach(day -> add(Past.run(day, 12)));
    List<Path> files = files();
    for (int i = 0; i < files.size(); i += 3) {
      Files.writeString(files.get(i), "damaged");
    }
    assertThat(history.read().runs())
        .hasSize(200)
        .isSortedAccordingTo(Comparator.comparing(PastRun::startedAt));
    assertThat(history.read().warnings()).hasSize(100).isSorted();
  }

  @Test
  void tenThousandRunsAreReadAndJudgedInSeconds() throws IOException {
    Past.scattered(10_000).forEach(this::add);
    long start = System.nanoTime();
    List<Trend> trends = Trend.of(history.read().runs());
    Duration took = Duration.ofNanos(System.nanoTime() - start);
    assertThat(trends).hasSize(10).allMatch(trend -> trend.runs() == 10_000);
    assertThat(trends)
        .filteredOn(trend -> !trend.changes().isEmpty())
        .hasSize(4)
        .allSatisfy(
            trend ->
                assertThat(trend.changes())
                    .extracting(Trend.Change::at)
                    .containsExactly(Past.START.plus(Duration.ofDays(5_000))));
    assertThat(took).isLessThan(LONGEST);
  }

  private void addDays(int... days) {
    IntStream.of(days).forEach(day -> add(Past.run(day, 12)));
  }

  private void add(PastRun run) {
    try {
      history.add(run);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve("history"))) {
      return files.sorted().toList();
    }
  }
}

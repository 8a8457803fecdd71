package io.chainbridge.shadow.gatling;

import io.chainbridge.shadow.budget.Quantile;
import io.chainbridge.shadow.record.GatlingLog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What came of a run of Gatling alone, by its log.
 *
 * @param answers in the order in which they came
 * @param console what it said
 * @param end of its process
 */
record BareResult(List<Answer> answers, String console, Instant end) {

  /**
   * Times are in ms since the epoch.
   *
   * @param name of the request
   * @param start when the request was sent
   * @param end when its answer was there
   */
  record Answer(String name, long start, long end) {}

  /**
   * Reads what it left.
   *
   * @param folder that it wrote its results to
   * @throws IllegalStateException if a request failed
   */
  static BareResult read(Path folder, String console, Instant end) throws IOException {
    List<Answer> answers = new ArrayList<>();
    GatlingLog.read(
        log(folder),
        new GatlingLog.Listener() {
          @Override
          public void request(String name, long startMs, long endMs, boolean ok, String message) {
            if (!ok) {
              throw new IllegalStateException("a request failed: " + message);
            }
            answers.add(new Answer(name, startMs, endMs));
          }
        });
    return new BareResult(answers, console, end);
  }

  private static Path log(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.endsWith("simulation.log")).findFirst().orElseThrow();
    }
  }

  /** Requests a second in the second half of its time, when its code is compiled. */
  double perSecond() {
    long middle = first() + (last() - first()) / 2;
    return answers.stream().filter(answer -> answer.end > middle).count()
        * 1_000.0
        / (last() - middle);
  }

  /** From the end of its last request to that of its process. */
  Duration afterLast() {
    return Duration.between(Instant.ofEpochMilli(last()), end);
  }

  /**
   * A quantile of the times, in ms, that requests took, for each turn of the clock in which such
   * requests began.
   *
   * @param from of those that began so long after the first, or later
   */
  List<Double> eachMillis(Quantile quantile, Duration turn, Duration from, Predicate<Answer> such) {
    long begin = first() + from.toMillis();
    return answers.stream()
        .filter(answer -> answer.start >= begin && such.test(answer))
        .collect(
            Collectors.groupingBy(
                answer -> answer.start / turn.toMillis(),
                Collectors.mapping(answer -> answer.end - answer.start, Collectors.toList())))
        .values()
        .stream()
        .map(times -> grouped(quantile, times))
        .toList();
  }

  /**
   * As of grouped data: the log has times in whole ms, and those that have the same are taken as
   * spread evenly from half a ms less to half a ms more.
   */
  private static double grouped(Quantile quantile, List<Long> times) {
    int index = (int) quantile.index(times.size());
    long group = times.stream().sorted().toList().get(index);
    long below = times.stream().filter(time -> time < group).count();
    long within = times.stream().filter(time -> time == group).count();
    return group - 0.5 + (index + 0.5 - below) / within;
  }

  /** How many requests a second it sent in the end. */
  double sentPerSecond(Duration last) {
    long end = answers.stream().mapToLong(Answer::start).max().orElseThrow();
    long begin = end - last.toMillis();
    return answers.stream().filter(answer -> answer.start > begin).count()
        / (last.toMillis() / 1_000.0);
  }

  private long first() {
    return answers.stream().mapToLong(Answer::start).min().orElseThrow();
  }

  private long last() {
    return answers.stream().mapToLong(Answer::end).max().orElseThrow();
  }

  /**
   * A percentile that Gatling reports, in ms, of all requests.
   *
   * @throws IllegalStateException if it was to write no report
   */
  double reportedMillis(Quantile quantile) {
    Matcher line =
        Pattern.compile(
                "response time %.0fth percentile \\(ms\\) +\\| +([\\d,]+)"
                    .formatted(quantile.percent()))
            .matcher(console);
    if (!line.find()) {
      throw new IllegalStateException("Gatling reports no percentile: " + console);
    }
    return Double.parseDouble(line.group(1).replace(",", ""));
  }
}

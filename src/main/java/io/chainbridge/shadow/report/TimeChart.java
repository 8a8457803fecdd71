package io.chainbridge.shadow.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import io.chainbridge.shadow.budget.Quantile;
import io.chainbridge.shadow.record.Latencies;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/** Latency and throughput of one endpoint over time. */
final class TimeChart {
  private TimeChart() {}

  /**
   * A row of the charts as a table.
   *
   * @param from start of the slice
   * @param requests that ended in it
   * @param failures of those
   * @param rate requests a second
   * @param median latency
   * @param p95 latency
   * @param slowest latency
   */
  record Row(
      String from,
      String requests,
      String failures,
      String rate,
      String median,
      String p95,
      String slowest) {}

  /** The charts as a table. */
  static List<Row> rows(OverTime time, String endpoint) {
    return IntStream.range(0, time.slices().size())
        .mapToObj(slice -> row(time, slice, endpoint))
        .toList();
  }

  private static Row row(OverTime time, int slice, String endpoint) {
    Optional<Latencies> latencies = time.latencies(slice, endpoint);
    long count = latencies.map(Latencies::count).orElse(0L);
    return new Row(
        Lengths.of(time.interval().multipliedBy(slice)),
        Figures.count(count),
        Figures.count(time.failures(slice, endpoint)),
        String.format(Locale.ROOT, "%,.1f /s", count / time.seconds(slice)),
        text(latencies.flatMap(some -> some.at(Quantile.P50))),
        text(latencies.flatMap(some -> some.at(Quantile.P95))),
        text(latencies.flatMap(Latencies::max)));
  }

  private static String text(Optional<Duration> latency) {
    return latency.map(Lengths::millis).orElse("\u2013");
  }

  /** The columns seconds, median, p95 and slowest in ms, requests and failures a second. */
  static ArrayNode json(OverTime time, String endpoint) {
    Columns columns = new Columns(6);
    for (int slice = 0; slice < time.slices().size(); slice++) {
      Optional<Latencies> latencies = time.latencies(slice, endpoint);
      columns.add(
          OptionalDouble.of(time.startSeconds(slice)),
          number(latencies.flatMap(some -> some.at(Quantile.P50))),
          number(latencies.flatMap(some -> some.at(Quantile.P95))),
          number(latencies.flatMap(Latencies::max)),
          rate(latencies.map(Latencies::count).orElse(0L), time.seconds(slice)),
          rate(time.failures(slice, endpoint), time.seconds(slice)));
    }
    return columns.json();
  }

  /** For the whole run: the columns seconds, requests and failures a second, active users. */
  static ArrayNode json(OverTime time) {
    Columns columns = new Columns(4);
    for (int slice = 0; slice < time.slices().size(); slice++) {
      columns.add(
          OptionalDouble.of(time.startSeconds(slice)),
          rate(time.requests(slice), time.seconds(slice)),
          rate(time.failures(slice), time.seconds(slice)),
          OptionalDouble.of(time.slices().get(slice).activeUsers()));
    }
    return columns.json();
  }

  private static OptionalDouble rate(long count, double seconds) {
    return OptionalDouble.of(count / seconds);
  }

  private static OptionalDouble number(Optional<Duration> latency) {
    return latency.isEmpty()
        ? OptionalDouble.empty()
        : OptionalDouble.of((double) latency.get().toMillis());
  }
}

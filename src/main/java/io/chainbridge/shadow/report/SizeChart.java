package io.chainbridge.shadow.report;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.chainbridge.shadow.record.Sizes;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * How body sizes are distributed, in bins of equal width from 0 to the largest body or the limit,
 * whichever is more: as many for ten bodies as for a million.
 */
final class SizeChart {
  private static final int BINS = 50;
  private static final double MARGIN = 1.1;

  private SizeChart() {}

  /**
   * A row of the chart as a table.
   *
   * @param from smallest size
   * @param to largest size
   * @param count of bodies
   */
  record Row(String from, String to, String count) {}

  /** The chart as a table, without empty bins. */
  static List<Row> rows(Sizes sizes, OptionalDouble limitKb) {
    double width = widthKb(sizes, limitKb);
    long[] counts = counts(sizes, width);
    List<Row> rows = new ArrayList<>();
    for (int bin = 0; bin < BINS; bin++) {
      if (counts[bin] > 0) {
        rows.add(
            new Row(
                Figures.kilobytes(bin * width),
                Figures.kilobytes((bin + 1) * width),
                Figures.count(counts[bin])));
      }
    }
    return rows;
  }

  /** The columns KB and number of bodies from there to the next; the limit, if there is one. */
  static ObjectNode json(Sizes sizes, OptionalDouble limitKb) {
    double width = widthKb(sizes, limitKb);
    long[] counts = counts(sizes, width);
    Columns columns = new Columns(2);
    for (int bin = 0; bin < BINS; bin++) {
      columns.add(OptionalDouble.of(bin * width), OptionalDouble.of((double) counts[bin]));
    }
    columns.add(OptionalDouble.of(BINS * width), OptionalDouble.of(0));
    ObjectNode json = Columns.object();
    json.set("columns", columns.json());
    limitKb.ifPresent(kb -> json.put("limit", kb));
    return json;
  }

  private static double widthKb(Sizes sizes, OptionalDouble limitKb) {
    double most = Math.max(sizes.largestBytes() / 1024.0, limitKb.orElse(0));
    return Math.max(most * MARGIN, 1.0 / 1024) / BINS;
  }

  private static long[] counts(Sizes sizes, double widthKb) {
    long[] counts = new long[BINS];
    for (Sizes.Bucket bucket : sizes.buckets()) {
      int bin = (int) (bucket.fromBytes() / 1024.0 / widthKb);
      counts[Math.min(BINS - 1, bin)] += bucket.count();
    }
    return counts;
  }
}

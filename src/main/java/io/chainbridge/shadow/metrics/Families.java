package io.chainbridge.shadow.metrics;

import io.prometheus.metrics.model.snapshots.Exemplars;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot.GaugeDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.HistogramSnapshot;
import io.prometheus.metrics.model.snapshots.HistogramSnapshot.HistogramDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.InfoSnapshot;
import io.prometheus.metrics.model.snapshots.InfoSnapshot.InfoDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricMetadata;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import io.prometheus.metrics.model.snapshots.NativeHistogramBuckets;
import io.prometheus.metrics.model.snapshots.SummarySnapshot;
import io.prometheus.metrics.model.snapshots.SummarySnapshot.SummaryDataPointSnapshot;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Series in the making, by metric. Not thread-safe. */
final class Families {
  private static final String INFO = "_info";
  private static final long NO_TIME = 0;

  private final Map<Metric, List<GaugeDataPointSnapshot>> gauges = new EnumMap<>(Metric.class);
  private final Map<Metric, List<SummaryDataPointSnapshot>> summaries = new EnumMap<>(Metric.class);
  private final Map<Metric, List<HistogramDataPointSnapshot>> histograms =
      new EnumMap<>(Metric.class);
  private final Map<Metric, List<InfoDataPointSnapshot>> infos = new EnumMap<>(Metric.class);

  void gauge(Metric metric, Labels labels, double value) {
    at(gauges, metric).add(new GaugeDataPointSnapshot(value, labels, null));
  }

  /** A number of things. */
  void count(Metric metric, Labels labels, long number) {
    gauge(metric, labels, (double) number);
  }

  void summary(Metric metric, Labels labels, Distribution distribution) {
    at(summaries, metric)
        .add(
            new SummaryDataPointSnapshot(
                distribution.count(),
                distribution.sum(),
                distribution.quantiles(),
                labels,
                Exemplars.EMPTY,
                NO_TIME));
  }

  void histogram(Metric metric, Labels labels, Distribution distribution) {
    NativeBuckets nativeBuckets = NativeBuckets.of(distribution);
    at(histograms, metric)
        .add(
            new HistogramDataPointSnapshot(
                ClassicBuckets.of(distribution),
                NativeBuckets.SCHEMA,
                nativeBuckets.zeros(),
                NativeBuckets.ZERO_THRESHOLD,
                nativeBuckets.positive(),
                NativeHistogramBuckets.EMPTY,
                distribution.sum(),
                labels,
                Exemplars.EMPTY,
                NO_TIME));
  }

  void info(Metric metric, Labels labels) {
    at(infos, metric).add(new InfoDataPointSnapshot(labels));
  }

  private static <T> List<T> at(Map<Metric, List<T>> families, Metric metric) {
    return families.computeIfAbsent(metric, none -> new ArrayList<>());
  }

  /** All of them. */
  MetricSnapshots snapshots() {
    List<MetricSnapshot> all = new ArrayList<>();
    gauges.forEach((metric, points) -> all.add(new GaugeSnapshot(metadata(metric), points)));
    summaries.forEach((metric, points) -> all.add(new SummarySnapshot(metadata(metric), points)));
    histograms.forEach(
        (metric, points) -> all.add(new HistogramSnapshot(metadata(metric), points)));
    infos.forEach((metric, points) -> all.add(new InfoSnapshot(metadata(metric), points)));
    return new MetricSnapshots(all);
  }

  /** The suffix of an info is written by itself. */
  private static MetricMetadata metadata(Metric metric) {
    String name = metric.fullName();
    return new MetricMetadata(
        metric.type() == Metric.Type.INFO ? name.substring(0, name.length() - INFO.length()) : name,
        metric.help());
  }
}

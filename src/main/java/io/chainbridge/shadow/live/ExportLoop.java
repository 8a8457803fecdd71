package io.chainbridge.shadow.live;

import io.opentelemetry.api.metrics.MeterProvider;
import io.opentelemetry.exporter.otlp.http.metrics.OtlpHttpMetricExporter;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.common.export.MemoryMode;
import io.opentelemetry.sdk.metrics.InstrumentType;
import io.opentelemetry.sdk.metrics.data.AggregationTemporality;
import io.opentelemetry.sdk.metrics.data.MetricData;
import io.opentelemetry.sdk.metrics.export.CollectionRegistration;
import io.opentelemetry.sdk.metrics.export.MetricExporter;
import io.opentelemetry.sdk.metrics.export.MetricReader;
import java.time.Duration;
import java.util.Collection;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Exports all figures each second, one export at a time, from a thread of its own, and once more at
 * the end. The library's own periodic reader would pass over in silence what is due while an export
 * is under way, and that is what has to be counted.
 */
final class ExportLoop implements MetricReader {
  /** From the call to the end of the last export. */
  static final Duration LONGEST_END = Duration.ofSeconds(3);

  private static final Duration INTERVAL = Duration.ofSeconds(1);
  private static final Duration LONGEST_EXPORT = Duration.ofSeconds(2);

  /** Of the end, so that a last export that fails still has time to say so. */
  private static final Duration TO_FINISH = Duration.ofMillis(100);

  private final Collector collector;
  private final ExportCount count;
  private final MetricExporter exporter;
  private final CountDownLatch ending = new CountDownLatch(1);
  private final Thread thread = new Thread(this::run, "live-metrics");
  private volatile CollectionRegistration source = CollectionRegistration.noop();
  private volatile long latestNanos;

  ExportLoop(Collector collector, ExportCount count) {
    this.collector = collector;
    this.count = count;
    this.exporter =
        OtlpHttpMetricExporter.builder()
            .setEndpoint(collector.uri().toString())
            .setComponentLoader(collector.asComponent())
            .setRetryPolicy(null)
            .setMeterProvider(MeterProvider.noop())
            .build();
    thread.setDaemon(true);
  }

  @Override
  public void register(CollectionRegistration registration) {
    source = registration;
    thread.start();
  }

  private void run() {
    long due = System.nanoTime() + INTERVAL.toNanos();
    while (!endsBefore(due)) {
      export(LONGEST_EXPORT);
      long passed = Math.max(0, System.nanoTime() - due) / INTERVAL.toNanos();
      if (passed > 1) {
        count.skipped(passed - 1);
      }
      due += Math.max(1, passed) * INTERVAL.toNanos();
    }
    export(shorter(LONGEST_EXPORT, Duration.ofNanos(latestNanos - System.nanoTime())));
  }

  private boolean endsBefore(long due) {
    try {
      return ending.await(due - System.nanoTime(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      return true; // nobody does
    }
  }

  private void export(Duration longest) {
    Collection<MetricData> metrics = source.collectAllMetrics();
    if (metrics.isEmpty()) {
      return;
    }
    count.sent();
    collector.allow(longest);
    exporter.export(metrics);
    collector.complaint().ifPresentOrElse(count::lost, count::delivered);
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }

  /** The end does that. */
  @Override
  public CompletableResultCode forceFlush() {
    return CompletableResultCode.ofSuccess();
  }

  /** Returns when the last export is over, or has had its time. */
  @Override
  public CompletableResultCode shutdown() {
    latestNanos = System.nanoTime() + LONGEST_END.minus(TO_FINISH).toNanos();
    ending.countDown();
    try {
      thread.join(LONGEST_END.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return CompletableResultCode.ofSuccess();
  }

  @Override
  public AggregationTemporality getAggregationTemporality(InstrumentType type) {
    return AggregationTemporality.CUMULATIVE;
  }

  /** An export is written down before the next collection. */
  @Override
  public MemoryMode getMemoryMode() {
    return MemoryMode.REUSABLE_DATA;
  }
}

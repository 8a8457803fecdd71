package io.chainbridge.shadow.metrics;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.chainbridge.shadow.record.RunRecord;
import io.chainbridge.shadow.trend.RunTrend;
import io.chainbridge.shadow.verdict.Verdict;
import io.prometheus.metrics.config.EscapingScheme;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * A run as text that is both OpenMetrics 1.0 and Prometheus' own format (0.0.4), which knows
 * neither infos nor units but passes over what begins with a number sign. Native histograms have no
 * text.
 */
public final class MetricsText {
  private static final String END = "# EOF\n";

  private MetricsText() {}

  /** Writes it: the same bytes for the same input. */
  public static String write(RunRecord run, Verdict verdict, RunTrend trend) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      PrometheusTextFormatWriter.create()
          .write(
              bytes, new RunMetrics(run, verdict, trend).all(), EscapingScheme.UNDERSCORE_ESCAPING);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toString(UTF_8) + END;
  }
}

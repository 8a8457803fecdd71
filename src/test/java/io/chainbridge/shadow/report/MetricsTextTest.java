package io.chainbridge.shadow.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.chainbridge.shadow.Golden;
import io.chainbridge.shadow.metrics.Metric;
import io.chainbridge.shadow.metrics.MetricsText;
import io.chainbridge.shadow.trend.RunTrend;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MetricsTextTest {
  private static final Pattern SERIES =
      Pattern.compile("(?s)(?<name>[a-z_]+)\\{(?<labels>.*)} -?[0-9.E-]+");
  private static final Pattern LABEL = Pattern.compile("([a-z]+)=\"((?:[^\"\\\\]|\\\\.)*)\",?");

  @Test
  void aRedRun() {
    new Golden("metrics.prom").assertIs(text(ReportSample.red()));
  }

  @Test
  void whatPastRunsSayOfALimit() {
    RunTrendSample sample = RunTrendSample.RISING;
    String text = MetricsText.write(sample.run(), sample.verdict(), sample.trend());
    assertListed(text);
    assertThat(text)
        .contains(Metric.CHANGE_TIME.fullName() + "{endpoint=\"stats\"")
        .contains(Metric.CHANGE_RATIO.fullName() + "{endpoint=\"stats\"")
        .contains(Metric.FORECAST_TIME.fullName() + "{endpoint=\"events\"");
  }

  /** Each series is of a metric in the list, with the labels that the list has. */
  @ParameterizedTest
  @EnumSource
  void everyShapeHasSeriesOfTheListAlone(ShapeSample sample) {
    assertListed(text(sample.sample()));
  }

  @Test
  void namesCannotEndALine() {
    assertListed(text(ReportSample.hostile()));
  }

  @Test
  void whateverAServiceSaysThereAreNoMoreSeries() {
    ReportSample flood = ReportSample.flood();
    String text = text(flood);
    assertListed(text);
    assertThat(flood.run().endpoints()).hasSize(2);
    assertThat(text).doesNotContain("evil.example");
    assertThat(text.lines().filter(line -> !line.startsWith("#")).count()).isLessThan(200);
  }

  private static void assertListed(String text) {
    assertThat(text).endsWith("# EOF\n");
    List<String> lines = Stream.of(text.split("\n")).filter(line -> !line.startsWith("#")).toList();
    assertThat(lines).doesNotHaveDuplicates().isNotEmpty();
    for (String line : lines) {
      var series = SERIES.matcher(line);
      assertThat(series.matches()).as(line).isTrue();
      Metric metric = metric(series.group("name"));
      Set<String> labels = new TreeSet<>();
      LABEL.matcher(series.group("labels")).results().forEach(label -> labels.add(label.group(1)));
      labels.remove("le");
      assertThat(metric.labels()).as(line).containsAll(labels);
    }
  }

  private static Metric metric(String series) {
    return Arrays.stream(Metric.values())
        .filter(
            metric ->
                series.equals(metric.fullName())
                    || (metric.type() != Metric.Type.GAUGE
                        && series.matches(metric.fullName() + "_(bucket|count|sum)")))
        .findFirst()
        .orElseThrow(() -> new AssertionError("not listed: " + series));
  }

  private static String text(ReportSample sample) {
    return MetricsText.write(sample.run(), sample.verdict(), RunTrend.NONE);
  }
}

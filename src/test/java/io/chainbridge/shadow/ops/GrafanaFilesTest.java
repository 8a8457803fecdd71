package io.chainbridge.shadow.ops;

import static org.assertj.core.api.Assertions.assertThat;

import io.chainbridge.shadow.Golden;
import io.chainbridge.shadow.metrics.Metric;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The files of src/ops/grafana are what is built from the names that the program exports. */
class GrafanaFilesTest {
  /** Labels that come with the scrape. */
  private static final Set<String> OF_PROMETHEUS = Set.of("job", "instance");

  private static final Path GRAFANA = Path.of("src", "ops", "grafana");

  @Test
  void theDashboardIsAsBuilt() {
    new Golden(GRAFANA.resolve("dashboards/shadow-load.json")).assertIs(GrafanaDashboard.write());
  }

  @Test
  void theAlertRulesAreAsBuilt() {
    new Golden(GRAFANA.resolve("provisioning/alerting/shadow-load.yml"))
        .assertIs(GrafanaAlerts.write());
  }

  static Stream<String> queries() {
    return Stream.concat(
        Dashboard.queries().stream().map(Query::expression),
        Alert.ALL.stream().map(Alert::expression));
  }

  @ParameterizedTest
  @MethodSource("queries")
  void everyQueryNamesWhatIsExported(String query) {
    assertThat(unknown(query)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "shadow_load_verdicts == 1",
        "shadow_load_verdict{endpoint=\"stats\"}",
        "sum by (branch) (shadow_load_verdict)",
        "shadow_load_requests_bucket"
      })
  void aQueryThatNamesSomethingElseIsFound(String query) {
    assertThat(unknown(query)).hasSize(1);
  }

  /** What a query names though no run exports it. */
  private static Set<String> unknown(String query) {
    QueriedNames names = QueriedNames.of(query);
    Set<String> unknown = new TreeSet<>(names.metrics());
    unknown.addAll(names.labels());
    unknown.removeAll(OF_PROMETHEUS);
    for (Metric metric : Metric.values()) {
      String histogram = metric.fullName() + "_bucket";
      boolean isBucket =
          metric.type() == Metric.Type.HISTOGRAM && names.metrics().contains(histogram);
      if (isBucket) {
        unknown.removeAll(Set.of(histogram, "le"));
      }
      if (isBucket || names.metrics().contains(metric.fullName())) {
        unknown.remove(metric.fullName());
        unknown.removeAll(Set.copyOf(metric.labels()));
      }
    }
    return unknown;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          up                                                   ; up  ; ''
          up{job="a", gate=~"b|c=d"} == 1                      ; up  ; job gate
          sum by (le, gate) (rate(a_b:c{x!="up"}[5m])) > bool 2; a_b:c; le gate x
          min(a) / on (job) group_left (branch) b * 1000       ; a b ; job branch
          time() - a offset 5m                                 ; a   ; ''
          """)
  void namesInAQueryAreFound(String query, String metrics, String labels) {
    assertThat(QueriedNames.of(query)).isEqualTo(new QueriedNames(words(metrics), words(labels)));
  }

  private static Set<String> words(String text) {
    return text.isEmpty() ? Set.of() : Set.of(text.split(" ", -1));
  }
}

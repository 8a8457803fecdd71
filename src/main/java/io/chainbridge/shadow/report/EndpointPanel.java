package io.chainbridge.shadow.report;

import io.chainbridge.shadow.budget.Limit;
import io.chainbridge.shadow.record.EndpointRecord;
import io.chainbridge.shadow.record.RunRecord;
import io.chainbridge.shadow.verdict.Verdict;
import java.util.List;

/**
 * What was measured at one endpoint, in detail.
 *
 * @param index of the endpoint, for the page's script
 * @param name of the endpoint
 * @param request its method and path
 * @param latencies of its requests; none without a request
 * @param bodies their number, mean and largest size
 * @param curve latency by percentile, as a table
 * @param time latency and throughput over time, as a table
 * @param sizes of bodies, as a table
 * @param failures and their causes
 */
record EndpointPanel(
    int index,
    String name,
    String request,
    List<LatencyRow> latencies,
    String bodies,
    List<CurveChart.Row> curve,
    List<TimeChart.Row> time,
    List<SizeChart.Row> sizes,
    Failures failures) {

  static EndpointPanel of(int index, RunRecord run, Verdict verdict, OverTime time) {
    EndpointRecord endpoint = run.endpoints().get(index);
    return new EndpointPanel(
        index,
        Quoted.line(endpoint.name()),
        Quoted.line(endpoint.method() + " " + endpoint.path()),
        endpoint.requests() == 0 ? List.of() : LatencyRow.of(endpoint),
        bodies(endpoint),
        CurveChart.rows(endpoint),
        endpoint.requests() == 0 ? List.of() : TimeChart.rows(time, endpoint.name()),
        SizeChart.rows(
            endpoint.sizes(),
            CommonBudget.of(verdict, endpoint.name(), Limit.MAX_RESPONSE_SIZE_KB)),
        Failures.of(endpoint));
  }

  private static String bodies(EndpointRecord endpoint) {
    return endpoint.sizes().meanKb().isEmpty()
        ? "no body of the expected status"
        : "%s %s, mean %s, largest %s%s"
            .formatted(
                Figures.count(endpoint.sizes().bodies()),
                endpoint.sizes().bodies() == 1 ? "body" : "bodies",
                Figures.kilobytes(endpoint.sizes().meanKb().getAsDouble()),
                Figures.kilobytes(endpoint.sizes().largestBytes() / 1024.0),
                endpoint.contractShare() < 1
                    ? "; the contract of %s of them checked, %s"
                        .formatted(
                            Figures.count(endpoint.contractChecks()),
                            Figures.share(endpoint.contractShare()))
                    : "");
  }

  /** In a sentence, for those who do not see the curve. */
  String curveInWords() {
    StringBuilder words = new StringBuilder("Latency by percentile of " + name + ":");
    curve.forEach(row -> words.append(" %s %s;".formatted(row.name(), row.latency())));
    return words + " as a table below";
  }
}

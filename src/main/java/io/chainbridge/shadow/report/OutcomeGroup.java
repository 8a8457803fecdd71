package io.chainbridge.shadow.report;

import io.chainbridge.shadow.record.EndpointRecord;
import io.chainbridge.shadow.verdict.Verdict;
import java.util.List;

/**
 * The outcomes of one endpoint.
 *
 * @param endpoint its name
 * @param request its method and path
 * @param rows in the verdict's order
 */
record OutcomeGroup(String endpoint, String request, List<OutcomeRow> rows) {

  static OutcomeGroup of(EndpointRecord endpoint, Verdict verdict) {
    return new OutcomeGroup(
        Quoted.line(endpoint.name()),
        Quoted.line(endpoint.method() + " " + endpoint.path()),
        verdict.outcomes().stream()
            .filter(outcome -> outcome.phase().isEmpty())
            .filter(outcome -> outcome.endpoint().equals(endpoint.name()))
            .map(OutcomeRow::of)
            .toList());
  }
}

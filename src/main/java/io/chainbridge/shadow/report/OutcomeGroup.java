package io.chainbridge.shadow.report;

import io.chainbridge.shadow.record.EndpointRecord;
import io.chainbridge.shadow.record.RunRecord;
import io.chainbridge.shadow.verdict.Outcome;
import java.util.ArrayList;
import java.util.List;

/**
 * The outcomes of one endpoint in one phase, or those that are about all endpoints.
 *
 * @param endpoint its name, or that of the gate
 * @param request its method and path
 * @param rows in the verdict's order; at least one
 */
record OutcomeGroup(String endpoint, String request, List<OutcomeRow> rows) {

  /**
   * What is about all endpoints first.
   *
   * @param outcomes of one phase, or of the whole run
   */
  static List<OutcomeGroup> of(RunRecord run, List<Outcome> outcomes) {
    List<OutcomeGroup> groups = new ArrayList<>();
    groups.add(group(run.gate(), "all endpoints", "", outcomes));
    for (EndpointRecord endpoint : run.endpoints()) {
      groups.add(
          group(
              endpoint.name(),
              endpoint.method() + " " + endpoint.path(),
              endpoint.name(),
              outcomes));
    }
    return groups.stream().filter(group -> !group.rows().isEmpty()).toList();
  }

  private static OutcomeGroup group(
      String name, String request, String endpoint, List<Outcome> outcomes) {
    return new OutcomeGroup(
        Quoted.line(name),
        Quoted.line(request),
        outcomes.stream()
            .filter(outcome -> outcome.endpoint().equals(endpoint))
            .map(OutcomeRow::of)
            .toList());
  }
}

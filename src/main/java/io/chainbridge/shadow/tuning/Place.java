package io.chainbridge.shadow.tuning;

import com.fasterxml.jackson.databind.JsonNode;
import io.chainbridge.shadow.budget.Limit;
import io.chainbridge.shadow.governance.BudgetRule;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Where a budget file says a limit. Immutable.
 *
 * @param owner the endpoint that it is of alone; empty for the gate's own limits
 * @param limit that it is
 * @param now its figure
 * @param endpoints that go by it, in the order of the file
 * @param pointer JSON Pointer to it
 * @param rulePointer JSON Pointer to the same figure in rule 12, which holds the gate's own if it
 *     is about this file
 */
public record Place(
    Optional<String> owner,
    Limit limit,
    BigDecimal now,
    List<String> endpoints,
    String pointer,
    Optional<String> rulePointer) {

  public Place {
    endpoints = List.copyOf(endpoints);
  }

  /**
   * All places, those of the gate first.
   *
   * @param document a budget file that keeps its schema
   * @param rule that is about it
   */
  static List<Place> of(JsonNode document, Optional<BudgetRule> rule) {
    List<Place> places = new ArrayList<>();
    for (Limit limit : Limit.values()) {
      figure(document.path("limits"), limit)
          .ifPresent(
              now ->
                  places.add(
                      new Place(
                          Optional.empty(),
                          limit,
                          now,
                          endpointsWithoutTheirOwn(document, limit),
                          "/limits/" + limit.key(),
                          rule.flatMap(that -> that.pointer(limit.key())))));
    }
    document
        .path("endpoints")
        .fieldNames()
        .forEachRemaining(name -> addOwn(document, name, places));
    return List.copyOf(places);
  }

  private static void addOwn(JsonNode document, String name, List<Place> places) {
    for (Limit limit : Limit.values()) {
      figure(own(document, name), limit)
          .ifPresent(
              now ->
                  places.add(
                      new Place(
                          Optional.of(name),
                          limit,
                          now,
                          List.of(name),
                          "/endpoints/%s/limits/%s".formatted(name, limit.key()),
                          Optional.empty())));
    }
  }

  private static List<String> endpointsWithoutTheirOwn(JsonNode document, Limit limit) {
    List<String> endpoints = new ArrayList<>();
    document.path("endpoints").fieldNames().forEachRemaining(endpoints::add);
    endpoints.removeIf(name -> figure(own(document, name), limit).isPresent());
    return endpoints;
  }

  private static JsonNode own(JsonNode document, String endpoint) {
    return document.path("endpoints").path(endpoint).path("limits");
  }

  private static Optional<BigDecimal> figure(JsonNode limits, Limit limit) {
    return limits.has(limit.key())
        ? Optional.of(limits.path(limit.key()).decimalValue())
        : Optional.empty();
  }
}

package io.chainbridge.shadow.budget;

import com.fasterxml.jackson.databind.JsonNode;
import io.chainbridge.shadow.budget.Feeder.Value;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What an endpoint is asked with, as its budget file has it. Not thread-safe. */
final class RequestTemplate {
  private final String path;
  private final JsonNode query;
  private final JsonNode body;

  /** Every text once: a hundred thousand rows need not mean as many equal bodies in memory. */
  private final Map<String, String> texts = new HashMap<>();

  /**
   * @param endpoint that keeps the schema
   */
  RequestTemplate(JsonNode endpoint) {
    this.path = endpoint.path("path").asText();
    this.query = endpoint.path("query");
    this.body = endpoint.path("body");
  }

  /**
   * Its placeholders, those of the query first.
   *
   * @param pointer to the endpoint
   */
  Set<Placeholders.Place> placeholders(String pointer) {
    Set<Placeholders.Place> places = new LinkedHashSet<>();
    places.addAll(Placeholders.in(query, pointer + "/query"));
    places.addAll(Placeholders.in(body, pointer + "/body"));
    return places;
  }

  /** With its placeholders, should it have any, as they stand. */
  Variant variant() {
    return new Variant(pathAndQuery(text -> text), body(node -> node));
  }

  /**
   * One for each row.
   *
   * @param feeder with every column that a placeholder names
   */
  List<Variant> variants(Feeder feeder) {
    return feeder.rows().stream()
        .map(row -> variant(column -> row.get(feeder.columns().indexOf(column))))
        .toList();
  }

  private Variant variant(Function<String, Value> row) {
    return new Variant(
        shared(pathAndQuery(text -> Placeholders.fill(text, row))),
        body(node -> Placeholders.fill(node, row)).map(this::shared));
  }

  private String shared(String text) {
    return texts.computeIfAbsent(text, same -> same);
  }

  private String pathAndQuery(Function<String, String> filled) {
    String encoded =
        query.properties().stream()
            .map(
                entry ->
                    encode(entry.getKey()) + "=" + encode(filled.apply(entry.getValue().asText())))
            .collect(Collectors.joining("&"));
    return encoded.isEmpty() ? path : path + "?" + encoded;
  }

  private Optional<String> body(Function<JsonNode, JsonNode> filled) {
    return body.isMissingNode() ? Optional.empty() : Optional.of(filled.apply(body).toString());
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}

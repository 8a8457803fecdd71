package io.chainbridge.shadow.budget;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.stream.Collectors;

/** What an endpoint is asked with, as its budget file has it. */
final class RequestTemplate {
  private final String path;
  private final JsonNode query;
  private final JsonNode body;

  /**
   * @param endpoint that keeps the schema
   */
  RequestTemplate(JsonNode endpoint) {
    this.path = endpoint.path("path").asText();
    this.query = endpoint.path("query");
    this.body = endpoint.path("body");
  }

  Variant variant() {
    return new Variant(
        pathAndQuery(), body.isMissingNode() ? Optional.empty() : Optional.of(body.toString()));
  }

  private String pathAndQuery() {
    String encoded =
        query.properties().stream()
            .map(entry -> encode(entry.getKey()) + "=" + encode(entry.getValue().asText()))
            .collect(Collectors.joining("&"));
    return encoded.isEmpty() ? path : path + "?" + encoded;
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}

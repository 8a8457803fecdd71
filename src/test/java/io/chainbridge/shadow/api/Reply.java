package io.chainbridge.shadow.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;

/**
 * What the service answered, with the question, so that a failure tells both. Each check returns
 * what it checked.
 *
 * @param question method, path with query, and body
 */
record Reply(String question, HttpResponse<String> response) {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final int SHOWN = 400;

  int status() {
    return response.statusCode();
  }

  String header(String name) {
    return response.headers().firstValue(name).orElse("");
  }

  /** Whether there is no such endpoint. */
  boolean isUnknown() {
    return status() == 404 || status() == 405;
  }

  Reply hasStatus(int... expected) {
    assertThat(IntStream.of(expected).boxed())
        .as("%s%nexpected status %s, found %d", this, Arrays.toString(expected), status())
        .contains(status());
    return this;
  }

  /** The JSON body of an answer with status 200. */
  JsonNode accepted() {
    return hasStatus(200).json();
  }

  /** The JSON body, which says that it is one. */
  JsonNode json() {
    assertThat(header("content-type").split(";", 2)[0].strip())
        .as("%s%ncontent type", this)
        .isEqualToIgnoringCase("application/json");
    try {
      return MAPPER.readTree(response.body());
    } catch (JsonProcessingException e) {
      throw new AssertionError("%s%nexpected JSON: %s".formatted(this, e.getOriginalMessage()), e);
    }
  }

  /** An answer with one of these statuses and the one shape of all errors. */
  Reply isRefused(int... statuses) {
    hasStatus(statuses);
    assertThat(Contract.ERROR.violations(json()))
        .as("%s%nexpected an error, {\"detail\": ...}, in its one shape", this)
        .isEmpty();
    return this;
  }

  /** The JSON body of an answer with status 200 that keeps one of these contracts at least. */
  JsonNode keeps(Contract... contracts) {
    JsonNode body = accepted();
    List<List<String>> violations =
        Arrays.stream(contracts).map(contract -> contract.violations(body)).toList();
    assertThat(violations)
        .as("%s%nexpected what one of %s asks for", this, Arrays.toString(contracts))
        .anyMatch(List::isEmpty);
    return body;
  }

  /** The events of an answer with status 200. */
  List<JsonNode> events() {
    JsonNode events = accepted().path("events");
    assertThat(events.isArray()).as("%s%nevents is an array", this).isTrue();
    return StreamSupport.stream(events.spliterator(), false).toList();
  }

  /** The question, and the beginning of the answer. */
  @Override
  public String toString() {
    String body = response.body();
    return "%s answered %d %s: %s%s"
        .formatted(
            question,
            status(),
            header("content-type"),
            body.substring(0, Math.min(SHOWN, body.length())),
            body.length() > SHOWN ? "..." : "");
  }
}

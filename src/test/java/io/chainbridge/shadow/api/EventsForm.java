package io.chainbridge.shadow.api;

import static org.junit.jupiter.api.Assumptions.assumeFalse;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;

/** The two ways to ask for events; a service need have only one of them. */
enum EventsForm {
  /** Of ChainIQ v0.3: parameters in the query. */
  GET(Contract.V03_EVENTS),
  /** Of the Shadow Mode pipeline: parameters in a JSON body. */
  POST(Contract.SHADOW_EVENTS);

  private final Contract contract;

  EventsForm(Contract contract) {
    this.contract = contract;
  }

  Contract contract() {
    return contract;
  }

  boolean isOfferedBy(Api api) {
    return !send(api, Map.of()).isUnknown();
  }

  /**
   * Asks; aborts the test if the service has no such form.
   *
   * @param parameters whole numbers and strings by name; others are put as they are
   */
  Reply ask(Api api, Map<String, ?> parameters) {
    Reply reply = send(api, parameters);
    assumeFalse(
        reply.isUnknown() && !isOfferedBy(api),
        () -> "the service has no %s %s (%d)".formatted(this, Api.EVENTS, reply.status()));
    return reply;
  }

  private Reply send(Api api, Map<String, ?> parameters) {
    return this == GET
        ? api.get(Api.EVENTS + query(parameters))
        : api.post(Api.EVENTS, body(parameters).toString());
  }

  private static String query(Map<String, ?> parameters) {
    return parameters.entrySet().stream()
        .map(
            parameter ->
                parameter.getKey()
                    + "="
                    + URLEncoder.encode(parameter.getValue().toString(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&", parameters.isEmpty() ? "" : "?", ""));
  }

  private static ObjectNode body(Map<String, ?> parameters) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    parameters.forEach((name, value) -> body.putPOJO(name, value));
    return body;
  }
}

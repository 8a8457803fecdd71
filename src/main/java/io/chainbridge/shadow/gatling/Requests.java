package io.chainbridge.shadow.gatling;

import static io.gatling.javaapi.core.CoreDsl.StringBody;
import static io.gatling.javaapi.http.HttpDsl.http;

import io.chainbridge.shadow.budget.Endpoint;
import io.chainbridge.shadow.budget.Header;
import io.chainbridge.shadow.budget.Variant;
import io.gatling.javaapi.core.ChainBuilder;
import io.gatling.javaapi.core.CoreDsl;
import io.gatling.javaapi.http.HttpRequestActionBuilder;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** A gate's endpoints as Gatling requests, one after the other. */
final class Requests {
  private final List<Endpoint> endpoints;
  private final Duration timeout;

  Requests(List<Endpoint> endpoints, Duration timeout) {
    this.endpoints = endpoints;
    this.timeout = timeout;
  }

  /** Each endpoint once, counted. */
  ChainBuilder measured(Tally tally) {
    return chain(
        endpoints.stream().map(endpoint -> request(endpoint, Optional.of(tally))).toList());
  }

  /** Each endpoint once, with the same checks, but in no log and no count. */
  ChainBuilder silent() {
    return chain(
        endpoints.stream().map(endpoint -> request(endpoint, Optional.empty()).silent()).toList());
  }

  private static ChainBuilder chain(List<HttpRequestActionBuilder> requests) {
    return requests.stream()
        .map(CoreDsl::exec)
        .reduce((first, second) -> first.exec(second))
        .orElseThrow();
  }

  /** Values go in as functions, because Gatling would expand its own templates in strings. */
  private HttpRequestActionBuilder request(Endpoint endpoint, Optional<Tally> tally) {
    Variant variant = endpoint.variants().get(0);
    HttpRequestActionBuilder request =
        http(endpoint.name())
            .httpRequest(endpoint.method(), variant.pathAndQuery())
            .requestTimeout(timeout)
            .sign(new OneAttempt()::sign)
            .header("Accept", "application/json, */*;q=0.5");
    if (variant.body().isPresent()) {
      String body = variant.body().get();
      request =
          request.header("Content-Type", "application/json").body(StringBody(session -> body));
    }
    for (Header header : endpoint.headers()) {
      request = request.header(header.name(), session -> header.value());
    }
    return new ContractChecks(endpoint, tally).addTo(request);
  }
}

package io.chainbridge.shadow.gatling;

import static io.gatling.javaapi.core.CoreDsl.StringBody;
import static io.gatling.javaapi.core.CoreDsl.doSwitch;
import static io.gatling.javaapi.core.CoreDsl.exec;
import static io.gatling.javaapi.core.CoreDsl.onCase;
import static io.gatling.javaapi.http.HttpDsl.http;

import io.chainbridge.shadow.budget.Endpoint;
import io.chainbridge.shadow.budget.Header;
import io.chainbridge.shadow.budget.Variant;
import io.chainbridge.shadow.record.RunRecorder;
import io.gatling.http.client.Request;
import io.gatling.http.response.Response;
import io.gatling.javaapi.core.ChainBuilder;
import io.gatling.javaapi.core.Choice;
import io.gatling.javaapi.core.Session;
import io.gatling.javaapi.http.HttpRequestActionBuilder;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Endpoints as Gatling requests. */
final class Requests {
  private final List<Endpoint> endpoints;
  private final Duration timeout;
  private final ContractChecking checking;
  private final Optional<Function<Endpoint, String>> roots;

  /** How often each endpoint was asked, so that its variants take turns. */
  private final Map<String, AtomicLong> turns;

  /**
   * @param roots what comes before an endpoint's path, known when it is first asked; empty if that
   *     is the protocol's base URL for all of them
   */
  Requests(
      List<Endpoint> endpoints,
      Duration timeout,
      ContractChecking checking,
      Optional<Function<Endpoint, String>> roots) {
    this.endpoints = endpoints;
    this.timeout = timeout;
    this.checking = checking;
    this.roots = roots;
    this.turns =
        endpoints.stream().collect(Collectors.toMap(Endpoint::name, unused -> new AtomicLong()));
  }

  /** The next request to an endpoint: its variants take turns. */
  NextRequest next(Endpoint endpoint, String phase) {
    long turn = turns.get(endpoint.name()).getAndIncrement();
    return new NextRequest(endpoint, (int) (turn % endpoint.variants().size()), phase);
  }

  /** Makes a user's next request, and counts it. */
  ChainBuilder ask() {
    List<ChainBuilder> each =
        endpoints.stream().map(endpoint -> exec(request(endpoint, Optional.of(checking)))).toList();
    return each.size() == 1
        ? each.get(0) // Gatling has no switch for one
        : doSwitch(session -> NextRequest.in(session).endpoint())
            .on(
                IntStream.range(0, each.size())
                    .mapToObj(i -> onCase(endpoints.get(i).name()).then(each.get(i)))
                    .toArray(Choice.WithKey[]::new));
  }

  /** Each endpoint once, with the same checks, but in no log and no count. */
  ChainBuilder silent() {
    return endpoints.stream()
        .map(
            endpoint ->
                exec(session -> new NextRequest(endpoint, 0, RunRecorder.NO_PHASE).to(session))
                    .exec(request(endpoint, Optional.empty()).silent()))
        .reduce((first, second) -> first.exec(second))
        .orElseThrow();
  }

  /** Values go in as functions, because Gatling would expand its own templates in strings. */
  private HttpRequestActionBuilder request(Endpoint endpoint, Optional<ContractChecking> counted) {
    HttpRequestActionBuilder request =
        addressed(endpoint)
            .requestTimeout(timeout)
            .sign(Requests::send)
            .transformResponse(Requests::answered)
            .header("Accept", Requests::start);
    if (endpoint.variants().get(0).body().isPresent()) {
      request =
          request
              .header("Content-Type", "application/json")
              .body(StringBody(session -> variant(endpoint, session).body().orElseThrow()));
    }
    for (Header header : endpoint.headers()) {
      request = request.header(header.name(), session -> header.value());
    }
    return new ContractChecks(endpoint, counted).addTo(request);
  }

  /** As a string where it never changes: Gatling takes that apart only once. */
  private HttpRequestActionBuilder addressed(Endpoint endpoint) {
    if (roots.isEmpty() && endpoint.variants().size() == 1) {
      String path = endpoint.variants().get(0).pathAndQuery(); // encoded, so without templates
      return http(endpoint.name()).httpRequest(endpoint.method(), path);
    }
    Function<Endpoint, String> root = roots.orElse(unused -> "");
    return http(endpoint.name())
        .httpRequest(
            endpoint.method(),
            session -> root.apply(endpoint) + variant(endpoint, session).pathAndQuery());
  }

  private static Variant variant(Endpoint endpoint, Session session) {
    return endpoint.variants().get(NextRequest.in(session).variant());
  }

  /** Gatling asks for headers last before it makes a request; this is what is accepted. */
  private static String start(Session session) {
    NextRequest.in(session).stopwatch().start();
    return "application/json, */*;q=0.5";
  }

  /** What Gatling does when it sends a request. */
  private static Request send(Request request, Session session) {
    NextRequest.in(session).send();
    return request;
  }

  /** What Gatling does with an answer before it has it checked. */
  private static Response answered(Response response, Session session) {
    Stopwatch stopwatch = NextRequest.in(session).stopwatch();
    stopwatch.answered();
    return stopwatch.corrected(response);
  }
}

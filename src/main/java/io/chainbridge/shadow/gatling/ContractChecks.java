package io.chainbridge.shadow.gatling;

import static io.gatling.javaapi.core.CoreDsl.bodyBytes;
import static io.gatling.javaapi.http.HttpDsl.header;
import static io.gatling.javaapi.http.HttpDsl.status;

import io.chainbridge.shadow.budget.Endpoint;
import io.chainbridge.shadow.contract.Contract;
import io.chainbridge.shadow.contract.Violation;
import io.chainbridge.shadow.record.ErrorCount;
import io.gatling.http.response.Response;
import io.gatling.javaapi.core.CheckBuilder;
import io.gatling.javaapi.core.Session;
import io.gatling.javaapi.http.HttpRequestActionBuilder;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * An endpoint's contract and size limit as Gatling checks, each made only where those before it
 * held: an error page breaks no schema. Gatling shows the first that failed by a message of low
 * cardinality, such as {@code contract, found string at /events/*}{@code /delta, expected number}.
 */
final class ContractChecks {
  private static final String KEPT = "as expected";
  private static final byte[] NO_BODY = {};

  private final Endpoint endpoint;
  private final Contract contract;
  private final Optional<ContractChecking> checking;

  /**
   * @param checking where answers are checked and counted; empty during the warm-up, which does not
   *     count
   */
  ContractChecks(Endpoint endpoint, Optional<ContractChecking> checking) {
    this.endpoint = endpoint;
    this.contract = endpoint.contract();
    this.checking = checking;
  }

  HttpRequestActionBuilder addTo(HttpRequestActionBuilder request) {
    return request
        .check(
            status().is(contract.status()).name("status %d expected".formatted(contract.status())))
        .checkIf((response, session) -> hasStatus(response) && !hasContentType(response))
        .then(contentTypeCheck(), sizeAndSample())
        .checkIf((response, session) -> hasStatus(response) && hasContentType(response))
        .then(bodyCheck(), sizeCheck());
  }

  private boolean hasStatus(Response response) {
    return response.status().code() == contract.status();
  }

  private boolean hasContentType(Response response) {
    return contract.contentTypeViolation(response.headers().get("Content-Type")).isEmpty();
  }

  /** The header's check sees no body, so this one keeps the beginning of it. */
  private CheckBuilder sizeAndSample() {
    return bodyBytes()
        .transformWithSession(
            (body, session) -> {
              countSize(body, session);
              checking.ifPresent(
                  counts ->
                      counts.recorder().sample(Requests.phase(session), endpoint.name(), body));
              return KEPT;
            })
        .is(KEPT);
  }

  private CheckBuilder contentTypeCheck() {
    return header("Content-Type")
        .withDefault("")
        .transformWithSession(
            (type, session) -> {
              Optional<Violation> violation = contract.contentTypeViolation(type);
              checking.ifPresent(
                  counts -> counts.count(endpoint, Requests.phase(session), violation, NO_BODY));
              return describe(violation);
            })
        .is(KEPT)
        .name(ErrorCount.CONTRACT)
        .logActualValueInError(true);
  }

  private CheckBuilder bodyCheck() {
    return bodyBytes()
        .transformWithSession(
            (body, session) -> {
              countSize(body, session);
              return describe(
                  checking.isPresent()
                      ? checking.get().check(endpoint, Requests.phase(session), body)
                      : contract.bodyViolation(body));
            })
        .is(KEPT)
        .name(ErrorCount.CONTRACT)
        .logActualValueInError(true);
  }

  private static String describe(Optional<Violation> violation) {
    return violation.map(Violation::description).orElse(KEPT);
  }

  private void countSize(byte[] body, Session session) {
    checking.ifPresent(
        counts -> counts.recorder().body(Requests.phase(session), endpoint.name(), body.length));
  }

  private CheckBuilder sizeCheck() {
    return bodyBytes()
        .transform(this::describeSize)
        .is(KEPT)
        .name("size")
        .logActualValueInError(true);
  }

  private String describeSize(byte[] body) {
    return endpoint
        .maxBodyBytes()
        .filter(limit -> body.length >= limit)
        .map(limit -> BigDecimal.valueOf(limit / 1024).stripTrailingZeros().toPlainString())
        .map("a body of %s KB or more"::formatted)
        .orElse(KEPT);
  }
}

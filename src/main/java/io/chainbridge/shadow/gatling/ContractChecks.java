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

  private final Endpoint endpoint;
  private final Contract contract;
  private final Optional<Tally> tally;

  /**
   * @param tally where sizes and violations are counted; empty during the warm-up
   */
  ContractChecks(Endpoint endpoint, Optional<Tally> tally) {
    this.endpoint = endpoint;
    this.contract = endpoint.contract();
    this.tally = tally;
  }

  HttpRequestActionBuilder addTo(HttpRequestActionBuilder request) {
    return request
        .check(
            status().is(contract.status()).name("status %d expected".formatted(contract.status())))
        .checkIf((response, session) -> hasStatus(response))
        .then(sizeCount())
        .checkIf((response, session) -> hasStatus(response) && !hasContentType(response))
        .then(contentTypeCheck(), sample())
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
  private CheckBuilder sample() {
    return bodyBytes()
        .transform(
            body -> {
              addSample(body);
              return KEPT;
            })
        .is(KEPT);
  }

  private void addSample(byte[] body) {
    tally.ifPresent(counts -> counts.addSample(endpoint.name(), body));
  }

  private CheckBuilder contentTypeCheck() {
    return header("Content-Type")
        .withDefault("")
        .transform(type -> describe(contract.contentTypeViolation(type)))
        .is(KEPT)
        .name(ErrorCount.CONTRACT)
        .logActualValueInError(true);
  }

  private CheckBuilder bodyCheck() {
    return bodyBytes()
        .transform(
            body -> {
              Optional<Violation> violation = contract.bodyViolation(body);
              String description = describe(violation);
              violation.ifPresent(broken -> addSample(body));
              return description;
            })
        .is(KEPT)
        .name(ErrorCount.CONTRACT)
        .logActualValueInError(true);
  }

  private String describe(Optional<Violation> violation) {
    violation.ifPresent(
        broken -> tally.ifPresent(counts -> counts.addViolation(endpoint.name(), broken)));
    return violation.map(Violation::description).orElse(KEPT);
  }

  private CheckBuilder sizeCount() {
    return bodyBytes()
        .transform(
            body -> {
              tally.ifPresent(counts -> counts.addBody(endpoint.name(), body.length));
              return KEPT;
            })
        .is(KEPT);
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

package io.chainbridge.shadow.gatling;

import static io.gatling.javaapi.core.CoreDsl.bodyBytes;
import static io.gatling.javaapi.http.HttpDsl.header;
import static io.gatling.javaapi.http.HttpDsl.status;

import io.chainbridge.shadow.budget.Endpoint;
import io.chainbridge.shadow.contract.Violation;
import io.gatling.javaapi.core.CheckBuilder;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * An endpoint's contract and size limit as Gatling checks. Gatling reports the first that fails, by
 * a message of low cardinality: {@code status, found 503} or {@code contract, found string at ...}.
 */
final class ContractChecks {
  private static final String KEPT = "nothing to complain of";

  private final Endpoint endpoint;
  private final Optional<Tally> tally;

  /**
   * @param tally where sizes and violations are counted; empty during the warm-up
   */
  ContractChecks(Endpoint endpoint, Optional<Tally> tally) {
    this.endpoint = endpoint;
    this.tally = tally;
  }

  /** The status of an answer; the others make sense only once it is the expected one. */
  CheckBuilder statusCheck() {
    return status().is(endpoint.contract().status()).name("status");
  }

  /** Content type, body and size, in this order. */
  List<CheckBuilder> bodyChecks() {
    return List.of(
        header("Content-Type")
            .withDefault("")
            .transform(type -> describe(endpoint.contract().contentTypeViolation(type)))
            .is(KEPT)
            .name("contract"),
        bodyBytes()
            .transform(body -> describe(endpoint.contract().bodyViolation(body)))
            .is(KEPT)
            .name("contract"),
        bodyBytes().transform(this::describeSize).is(KEPT).name("size"));
  }

  private String describe(Optional<Violation> violation) {
    violation.ifPresent(
        broken ->
            tally.ifPresent(
                counts -> counts.addViolation("contract, found " + broken.description(), broken)));
    return violation.map(Violation::description).orElse(KEPT);
  }

  private String describeSize(byte[] body) {
    tally.ifPresent(counts -> counts.addBody(endpoint.name(), body.length));
    return endpoint
        .maxBodyBytes()
        .filter(limit -> body.length >= limit)
        .map(limit -> String.format(Locale.ROOT, "a body of %.4g KB or more", limit / 1024))
        .orElse(KEPT);
  }
}

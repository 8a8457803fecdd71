package io.chainbridge.shadow.gatling;

import static io.gatling.javaapi.core.CoreDsl.bodyLength;
import static io.gatling.javaapi.http.HttpDsl.status;

import io.chainbridge.shadow.budget.Endpoint;
import io.chainbridge.shadow.contract.Contract;
import io.chainbridge.shadow.contract.Violation;
import io.chainbridge.shadow.record.ErrorCount;
import io.gatling.http.response.Response;
import io.gatling.javaapi.core.CheckBuilder;
import io.gatling.javaapi.core.Session;
import io.gatling.javaapi.http.HttpRequestActionBuilder;
import io.netty.handler.codec.http.HttpHeaderNames;
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
  private final double tooLargeBytes;
  private final Optional<ContractChecking> checking;

  /**
   * @param checking where answers are checked and counted; empty during the warm-up, which does not
   *     count
   */
  ContractChecks(Endpoint endpoint, Optional<ContractChecking> checking) {
    this.endpoint = endpoint;
    this.contract = endpoint.contract();
    this.tooLargeBytes = endpoint.maxBodyBytes().orElse(Double.POSITIVE_INFINITY);
    this.checking = checking;
  }

  /**
   * Conditions judge, and one of them counts; a check, which costs more than to compare a repeated
   * body does, is only made to say what was found wrong. Gatling asks a condition once for each of
   * its checks.
   */
  HttpRequestActionBuilder addTo(HttpRequestActionBuilder request) {
    return request
        .check(
            status().is(contract.status()).name("status %d expected".formatted(contract.status())))
        .checkIf((response, session) -> hasStatus(response) && countAndJudge(response, session))
        .then(contractCheck())
        .checkIf((response, session) -> isTooLarge(response))
        .then(sizeCheck());
  }

  private boolean hasStatus(Response response) {
    return response.status().code() == contract.status();
  }

  private boolean hasContentType(Response response) {
    return contentTypeViolation(response).isEmpty();
  }

  private Optional<Violation> contentTypeViolation(Response response) {
    return contract.contentTypeViolation(response.headers().get(HttpHeaderNames.CONTENT_TYPE));
  }

  /** Whether an answer is known to break the contract, by its content type or its body. */
  private boolean countAndJudge(Response response, Session session) {
    NextRequest request = NextRequest.in(session);
    Optional<Violation> ofType = contentTypeViolation(response);
    Optional<Violation> ofAll =
        checking.isPresent()
            ? checking.get().check(endpoint, request.phase(), ofType, response.body())
            : ofType.or(() -> contract.bodyViolation(response.body().stream()));
    request.judged(ofAll);
    return ofAll.isPresent();
  }

  private boolean isTooLarge(Response response) {
    return response.body().length() >= tooLargeBytes
        && hasStatus(response)
        && hasContentType(response);
  }

  private CheckBuilder contractCheck() {
    return bodyLength()
        .transformWithSession((unused, session) -> describe(NextRequest.in(session).violation()))
        .is(KEPT)
        .name(ErrorCount.CONTRACT)
        .logActualValueInError(true);
  }

  private static String describe(Optional<Violation> violation) {
    return violation.map(Violation::description).orElse(KEPT);
  }

  private CheckBuilder sizeCheck() {
    return bodyLength()
        .transform(this::describeSize)
        .is(KEPT)
        .name("size")
        .logActualValueInError(true);
  }

  private String describeSize(int bytes) {
    return bytes < tooLargeBytes
        ? KEPT
        : "a body of %s KB or more"
            .formatted(
                BigDecimal.valueOf(tooLargeBytes / 1024).stripTrailingZeros().toPlainString());
  }
}

package io.chainbridge.shadow.gatling;

import io.chainbridge.shadow.budget.Endpoint;
import io.chainbridge.shadow.contract.Violation;
import io.chainbridge.shadow.record.RunRecorder;
import io.chainbridge.shadow.settings.Shape;
import io.gatling.http.response.ResponseBody;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Checks bodies against their contracts and counts what comes of it. A probe and a comparison check
 * every answer before the next one; under load, above {@value ContractSampling#BUSY} answers a
 * second, a sample is checked aside. A violation found aside counts, and breaches the contract, as
 * any other, but comes too late to fail its request. Thread-safe.
 */
final class ContractChecking implements AutoCloseable {
  private final RunRecorder recorder;
  private final Optional<ContractSampling> sampling;

  private ContractChecking(RunRecorder recorder, Optional<ContractSampling> sampling) {
    this.recorder = recorder;
    this.sampling = sampling;
  }

  /**
   * As befits a load shape.
   *
   * @param failed is told what a check aside threw, which no request can tell
   */
  static ContractChecking in(Shape shape, RunRecorder recorder, Consumer<Throwable> failed) {
    return shape == Shape.PROBE || shape == Shape.COMPARE
        ? ofEveryAnswer(recorder)
        : new ContractChecking(recorder, Optional.of(ContractSampling.start(failed)));
  }

  /** Where a violation found aside would change nothing. */
  static ContractChecking ofEveryAnswer(RunRecorder recorder) {
    return new ContractChecking(recorder, Optional.empty());
  }

  /**
   * Counts an answer with the expected status, and checks its body, now or later or not at all.
   *
   * @param ofType what is wrong with its content type; then nothing is asked of the body
   * @return what was found now; empty if nothing was, or if it was not looked at
   */
  Optional<Violation> check(
      Endpoint endpoint, String phase, Optional<Violation> ofType, ResponseBody body) {
    recorder.body(phase, endpoint.name(), body.length());
    if (ofType.isPresent()) {
      count(endpoint, phase, ofType, body::bytes);
      return ofType;
    }
    boolean aside =
        sampling.isPresent()
            && sampling.get().takes(endpoint.name(), phase, () -> checking(endpoint, phase, body));
    return aside ? Optional.empty() : checkNow(endpoint, phase, body);
  }

  /**
   * For later, when Gatling no longer holds the body. As an array: a stream of Gatling's
   * ByteArrayResponseBody takes the place to read to for one to read from as well.
   */
  private Runnable checking(Endpoint endpoint, String phase, ResponseBody body) {
    byte[] held = body.bytes();
    return () -> count(endpoint, phase, endpoint.contract().bodyViolation(held), () -> held);
  }

  private Optional<Violation> checkNow(Endpoint endpoint, String phase, ResponseBody body) {
    Optional<Violation> violation = endpoint.contract().bodyViolation(body.stream());
    count(endpoint, phase, violation, body::bytes);
    return violation;
  }

  private void count(
      Endpoint endpoint, String phase, Optional<Violation> violation, Supplier<byte[]> body) {
    if (violation.isPresent()) {
      recorder.contractBroken(phase, endpoint.name(), violation.get(), body.get());
    } else {
      recorder.contractKept(phase, endpoint.name());
    }
  }

  /** Checks what still waits, for a bounded time. No answer may come afterwards. */
  @Override
  public void close() {
    sampling.ifPresent(ContractSampling::close);
  }
}

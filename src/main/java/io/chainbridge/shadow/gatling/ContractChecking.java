package io.chainbridge.shadow.gatling;

import io.chainbridge.shadow.budget.Endpoint;
import io.chainbridge.shadow.contract.Violation;
import io.chainbridge.shadow.record.RunRecorder;
import java.util.Optional;

/** Checks bodies against their contracts and counts what comes of it. Thread-safe. */
final class ContractChecking {
  private final RunRecorder recorder;

  ContractChecking(RunRecorder recorder) {
    this.recorder = recorder;
  }

  RunRecorder recorder() {
    return recorder;
  }

  /** Checks a body, and counts the answer. */
  Optional<Violation> check(Endpoint endpoint, String phase, byte[] body) {
    Optional<Violation> violation = endpoint.contract().bodyViolation(body);
    count(endpoint, phase, violation);
    if (violation.isPresent()) {
      recorder.sample(phase, endpoint.name(), body);
    }
    return violation;
  }

  /** Counts an answer whose contract was checked. */
  void count(Endpoint endpoint, String phase, Optional<Violation> violation) {
    if (violation.isPresent()) {
      recorder.contractBroken(phase, endpoint.name(), violation.get());
    } else {
      recorder.contractKept(phase, endpoint.name());
    }
  }
}

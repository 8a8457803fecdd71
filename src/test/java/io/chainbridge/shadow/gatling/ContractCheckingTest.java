package io.chainbridge.shadow.gatling;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.chainbridge.shadow.budget.Endpoint;
import io.chainbridge.shadow.budget.Limit;
import io.chainbridge.shadow.contract.Violation;
import io.chainbridge.shadow.record.EndpointRecord;
import io.chainbridge.shadow.record.RunRecorder;
import io.chainbridge.shadow.record.RunSample;
import io.chainbridge.shadow.settings.Shape;
import io.gatling.http.response.ByteBufResponseBody;
import io.gatling.http.response.ResponseBody;
import io.netty.buffer.Unpooled;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ContractCheckingTest {
  /** More than is read at a time. */
  private static final String SPACE = " ".repeat(10_000);

  private static final byte[] GOOD = ("{}" + SPACE).getBytes(UTF_8);
  private static final byte[] BAD = ("{" + SPACE).getBytes(UTF_8);

  private final Endpoint stats = endpoint("stats");
  private final Endpoint events = endpoint("events");
  private final RunRecorder recorder = new RunRecorder(List.of(stats, events));

  private static Endpoint endpoint(String name) {
    return RunSample.endpoint(name, Map.of(Limit.P95_LATENCY_MS, 75.0));
  }

  private ContractChecking checkingIn(Shape shape) {
    return ContractChecking.in(
        shape,
        recorder,
        failure -> {
          throw new AssertionError(failure);
        });
  }

  @Test
  void aProbeChecksEveryAnswerAtOnceHoweverFastTheyCome() {
    try (ContractChecking checking = checkingIn(Shape.PROBE)) {
      for (int i = 0; i < 10_000; i++) {
        assertThat(answer(checking, i % 50 == 0 ? BAD : GOOD).isPresent()).isEqualTo(i % 50 == 0);
      }
    }

    assertThat(measured(0).contractShare()).isEqualTo(1);
    assertThat(measured(0).contractBreaks()).isEqualTo(200);
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "PROBE")
  void underLoadTheFirstAnswersOfASecondAreCheckedAtOnceAndFailTheirRequests(Shape shape) {
    try (ContractChecking checking = checkingIn(shape)) {
      for (int i = 0; i < ContractSampling.BUSY; i++) {
        assertThat(answer(checking, BAD)).isPresent();
      }
    }

    assertThat(measured(0).contractBreaks()).isEqualTo(ContractSampling.BUSY);
  }

  @Test
  void aSampleOfFurtherOnesIsCheckedAsideAndCountedButFailsNoRequest() {
    int atOnce = ContractSampling.BUSY;
    try (ContractChecking checking = checkingIn(Shape.LOAD)) {
      for (int i = 0; i < 20_000; i++) {
        Optional<Violation> violation = answer(checking, i < atOnce || i % 2 == 0 ? GOOD : BAD);
        assertThat(violation).isEmpty();
      }
    }

    EndpointRecord measured = measured(0);
    assertThat(measured.sizes().bodies()).isEqualTo(20_000);
    assertThat(measured.contractChecks())
        .isBetween(atOnce + (long) ContractSampling.MOST_HELD, 19_000L);
    assertThat(measured.contractShare()).isBetween(0.01, 0.95);
    assertThat(measured.contractBreaks()).isPositive();
    assertThat(measured.contractViolations())
        .singleElement()
        .satisfies(broken -> assertThat(broken.sample()).startsWith("{ "));
  }

  @Test
  void theFirstAnswerOfAnEndpointIsCheckedAtOnceHoweverBusyTheOthersAre() {
    try (ContractChecking checking = checkingIn(Shape.LOAD)) {
      for (int i = 0; i < 10_000; i++) {
        answer(checking, GOOD);
      }

      assertThat(checking.check(events, "step 2", Optional.empty(), body(BAD))).isPresent();
    }

    assertThat(measured(1).contractBreaks()).isEqualTo(1);
  }

  private Optional<Violation> answer(ContractChecking checking, byte[] body) {
    return checking.check(stats, RunRecorder.NO_PHASE, Optional.empty(), body(body));
  }

  private static ResponseBody body(byte[] bytes) {
    return new ByteBufResponseBody(bytes.length, Unpooled.wrappedBuffer(bytes), UTF_8);
  }

  private EndpointRecord measured(int endpoint) {
    return recorder.endpoints().get(endpoint);
  }
}

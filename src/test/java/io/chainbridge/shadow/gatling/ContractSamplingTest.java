package io.chainbridge.shadow.gatling;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;

class ContractSamplingTest {
  private final Queue<Throwable> failures = new ConcurrentLinkedQueue<>();

  @Test
  void whatACheckThrowsIsToldWhileTheRunGoesOnAndTheNextAreStillChecked() {
    Error mistake = new AssertionError("ours");
    AtomicBoolean checked = new AtomicBoolean();
    try (ContractSampling sampling = ContractSampling.start(failures::add)) {
      checkUntil(() -> !failures.isEmpty(), sampling, () -> fail(mistake));
      checkUntil(checked::get, sampling, () -> checked.set(true));
    }
    assertThat(failures).containsOnly(mistake);
  }

  @Test
  void soIsWhatTheLastOfThemThrow() {
    Error mistake = new AssertionError("ours");
    try (ContractSampling sampling = ContractSampling.start(failures::add)) {
      makeBusy(sampling);
      assertThat(taken(sampling, () -> fail(mistake))).isTrue();
    }

    assertThat(failures).containsExactly(mistake);
  }

  private static void checkUntil(BooleanSupplier done, ContractSampling sampling, Runnable check) {
    long start = System.nanoTime();
    while (!done.getAsBoolean()) {
      assertThat(System.nanoTime() - start).isLessThan(SECONDS.toNanos(20));
      boolean unused = taken(sampling, check);
    }
  }

  private static void fail(Error mistake) {
    throw mistake;
  }

  /** More answers of this second than are all checked at once; the others are as they should be. */
  private static void makeBusy(ContractSampling sampling) {
    for (int i = 0; i <= ContractSampling.BUSY; i++) {
      boolean unused = taken(sampling, () -> {});
    }
  }

  private static boolean taken(ContractSampling sampling, Runnable check) {
    return sampling.takes("stats", "load", () -> check);
  }
}

package io.chainbridge.shadow.report;

import io.chainbridge.shadow.budget.Quantile;
import io.chainbridge.shadow.record.FaultInjection;
import io.chainbridge.shadow.record.ProxyCost;
import io.chainbridge.shadow.record.RunRecord;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a proxy between injector and target costs, in words. */
final class ProxyText {
  private ProxyText() {}

  /** Such as {@code the proxy (WireMock) adds 0.6 ms of p50, 1.1 ms of p95, 2 ms of p99}. */
  static Optional<String> of(RunRecord run) {
    return run.faults().flatMap(FaultInjection::proxy).map(ProxyText::of);
  }

  private static String of(ProxyCost cost) {
    return "the proxy (%s) adds %s"
        .formatted(
            cost.proxy(),
            Arrays.stream(Quantile.values())
                .map(
                    quantile ->
                        "%s of %s"
                            .formatted(
                                Figures.milliseconds(cost.level(quantile).added().toNanos() / 1e6),
                                LimitName.of(quantile)))
                .collect(Collectors.joining(", ")));
  }
}

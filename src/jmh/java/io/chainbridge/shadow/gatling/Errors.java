package io.chainbridge.shadow.gatling;

import io.chainbridge.shadow.bench.Spread;
import io.chainbridge.shadow.budget.Quantile;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** How far what a load generator reports is from the truth, in ms, of each round. */
final class Errors {
  private final Map<Quantile, List<Double>> signed = new EnumMap<>(Quantile.class);

  /**
   * Adds a round.
   *
   * @param reported in ms; those that it does not report are left out
   * @param nanos that each of its requests truly took, in any order
   */
  void add(Map<Quantile, Double> reported, List<Long> nanos) {
    List<Long> sorted = nanos.stream().sorted().toList();
    reported.forEach(
        (quantile, millis) ->
            signed
                .computeIfAbsent(quantile, unknown -> new ArrayList<>())
                .add(millis - sorted.get((int) quantile.index(sorted.size())) / 1e6));
  }

  /** Without their signs, in the order of the rounds; empty if it does not report this one. */
  List<Double> sizes(Quantile quantile) {
    return signed.getOrDefault(quantile, List.of()).stream().map(Math::abs).toList();
  }

  /** The largest without its sign, and the lowest and the highest with it, for a table. */
  String text(Quantile quantile) {
    return signed.containsKey(quantile)
        ? "%.2f (%+.2f to %+.2f)"
            .formatted(
                Spread.of(sizes(quantile)).highest(),
                Spread.of(signed.get(quantile)).lowest(),
                Spread.of(signed.get(quantile)).highest())
        : "not reported";
  }
}

package io.chainbridge.shadow.bench;

import java.util.List;

/**
 * What several samples of one thing came to.
 *
 * @param median the upper one of an even number
 */
public record Spread(double median, double lowest, double highest) {

  /**
   * Of these samples.
   *
   * @throws IllegalArgumentException if there are none
   */
  public static Spread of(List<Double> samples) {
    if (samples.isEmpty()) {
      throw new IllegalArgumentException("no samples");
    }
    List<Double> sorted = samples.stream().sorted().toList();
    return new Spread(sorted.get(sorted.size() / 2), sorted.get(0), sorted.get(sorted.size() - 1));
  }
}

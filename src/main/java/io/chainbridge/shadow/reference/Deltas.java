package io.chainbridge.shadow.reference;

import java.util.List;

/**
 * What the database says of the deltas in a window; all zero and empty when there are no events.
 *
 * @param std the standard deviation of the population: dividing by the count
 * @param p50 a percentile, interpolated linearly between the two nearest values, like p95 and p99
 * @param corridors the corridors seen, in alphabetical order
 */
record Deltas(
    long count,
    double mean,
    double std,
    double max,
    double p50,
    double p95,
    double p99,
    List<String> corridors) {}

package io.chainbridge.shadow.record;

/**
 * What two targets took for the same request, one right after the other, failed requests included.
 * Immutable.
 *
 * @param baselineMicros the baseline's latency in microseconds, at least 1
 * @param candidateMicros that of the target which is compared with it, at least 1
 */
public record LatencyPair(long baselineMicros, long candidateMicros) {}

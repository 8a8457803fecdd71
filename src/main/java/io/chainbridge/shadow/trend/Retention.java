package io.chainbridge.shadow.trend;

import java.time.Duration;

/**
 * How much of a history is kept.
 *
 * @param most runs, the newest; at least 1
 * @param age above which a run is not kept however few there are
 */
public record Retention(int most, Duration age) {}

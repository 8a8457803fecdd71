package io.chainbridge.shadow.tuning;

import java.math.BigDecimal;

/**
 * By what limits are proposed.
 *
 * @param quantile of the figures of past runs, above 0 and below 1
 * @param headroom share that is added to it, 0 or more
 * @param minRuns fewer say nothing, at least 1
 * @param allowLooser whether a limit may rise
 */
public record Terms(BigDecimal quantile, BigDecimal headroom, int minRuns, boolean allowLooser) {}

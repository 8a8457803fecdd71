/**
 * A run as metrics, as Prometheus has them: gauges, summaries and histograms of one run, which
 * replace those of the run before. Text for files, and what a Pushgateway takes.
 */
@NullMarked
package io.chainbridge.shadow.metrics;

import org.jspecify.annotations.NullMarked;

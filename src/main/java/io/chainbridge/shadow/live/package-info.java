/**
 * What a run tells while it lasts: its figures, streamed to an OpenTelemetry collector, and what
 * became of them. Nothing here changes what is measured.
 */
@NullMarked
package io.chainbridge.shadow.live;

import org.jspecify.annotations.NullMarked;

/** Processes of this run, none of which outlives it. */
@NullMarked
package io.chainbridge.shadow.process;

import org.jspecify.annotations.NullMarked;

/**
 * Load shapes as arithmetic: when virtual users arrive, whom they ask, how a search goes on. Knows
 * no Gatling.
 */
@NullMarked
package io.chainbridge.shadow.load;

import org.jspecify.annotations.NullMarked;

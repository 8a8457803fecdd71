/**
 * The bridge: endpoints to requests, contracts to checks, budgets to assertions, and the run's
 * life.
 */
@NullMarked
package io.chainbridge.shadow.gatling;

import org.jspecify.annotations.NullMarked;

/** What runs have measured over time: their history, when it changed, and where it leads. */
@NullMarked
package io.chainbridge.shadow.trend;

import org.jspecify.annotations.NullMarked;

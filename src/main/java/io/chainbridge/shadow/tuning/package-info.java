/** What past runs say that limits could be, and where those are written. */
@NullMarked
package io.chainbridge.shadow.tuning;

import org.jspecify.annotations.NullMarked;

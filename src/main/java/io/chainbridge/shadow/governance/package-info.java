/**
 * The ALEX rules over a checkout of source code: what each looks at, what it finds, and whether
 * that blocks a change.
 */
@NullMarked
package io.chainbridge.shadow.governance;

import org.jspecify.annotations.NullMarked;

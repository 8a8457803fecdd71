/** Who is told what of a run: the occasions, the messages, and how they get there. */
@NullMarked
package io.chainbridge.shadow.notice;

import org.jspecify.annotations.NullMarked;

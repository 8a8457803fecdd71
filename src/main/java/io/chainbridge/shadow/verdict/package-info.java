/** Record and budget give outcomes, with the evidence for each. */
@NullMarked
package io.chainbridge.shadow.verdict;

import org.jspecify.annotations.NullMarked;

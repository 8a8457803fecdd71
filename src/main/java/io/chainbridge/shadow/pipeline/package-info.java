/** What the jobs of a CI pipeline came to, together: whether a change is blocked, and why. */
@NullMarked
package io.chainbridge.shadow.pipeline;

import org.jspecify.annotations.NullMarked;

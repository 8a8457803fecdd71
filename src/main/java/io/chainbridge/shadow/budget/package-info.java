/** Limits per endpoint: the budget file, its schema, and every problem in it reported at once. */
@NullMarked
package io.chainbridge.shadow.budget;

import org.jspecify.annotations.NullMarked;

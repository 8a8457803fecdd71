/** Faults put between injector and target, or into the reference service's database, for a time. */
@NullMarked
package io.chainbridge.shadow.fault;

import org.jspecify.annotations.NullMarked;

/**
 * What a run left behind, as data: Gatling's own log and how it becomes a run record.
 *
 * <p>Nothing here needs a class of Gatling, so a log can be read where no Gatling is installed.
 */
@NullMarked
package io.chainbridge.shadow.record;

import org.jspecify.annotations.NullMarked;

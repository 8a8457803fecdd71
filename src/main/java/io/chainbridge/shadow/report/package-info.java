/** What a run shows: each report a function from record and verdict to text. */
@NullMarked
package io.chainbridge.shadow.report;

import org.jspecify.annotations.NullMarked;

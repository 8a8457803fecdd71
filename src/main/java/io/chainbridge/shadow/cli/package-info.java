/** The command line: what users type, what they are told, and how the process exits. */
@NullMarked
package io.chainbridge.shadow.cli;

import org.jspecify.annotations.NullMarked;

/** Where to aim and how hard: one typed record, read once from properties and environment. */
@NullMarked
package io.chainbridge.shadow.settings;

import org.jspecify.annotations.NullMarked;

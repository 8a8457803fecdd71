/** What an answer must look like: a JSON Schema as a check, and what broke, where. */
@NullMarked
package io.chainbridge.shadow.contract;

import org.jspecify.annotations.NullMarked;

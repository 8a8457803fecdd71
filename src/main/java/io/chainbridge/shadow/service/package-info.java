/** The service to be measured, wherever it comes from: what starts it, awaits it and ends it. */
@NullMarked
package io.chainbridge.shadow.service;

import org.jspecify.annotations.NullMarked;

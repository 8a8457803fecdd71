/**
 * The embedded ChainIQ reference service: the shadow API over a seeded in-memory database, which is
 * the default target of every simulation and can be told to misbehave.
 */
@NullMarked
package io.chainbridge.shadow.reference;

import org.jspecify.annotations.NullMarked;

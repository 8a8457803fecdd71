package io.chainbridge.shadow.budget;

import java.util.Optional;

/**
 * One of the requests that an endpoint is asked with: they differ in the values of a feeder's rows.
 * Immutable.
 *
 * @param pathAndQuery as requested: encoded, from the root of the target
 * @param body JSON text to send
 */
public record Variant(String pathAndQuery, Optional<String> body) {}

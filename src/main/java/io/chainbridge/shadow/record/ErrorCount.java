package io.chainbridge.shadow.record;

/**
 * Why requests failed, and how many of them.
 *
 * @param message of low cardinality
 * @param count at least 1
 */
public record ErrorCount(String message, long count) {}

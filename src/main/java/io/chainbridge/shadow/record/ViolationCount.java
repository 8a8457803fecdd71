package io.chainbridge.shadow.record;

import io.chainbridge.shadow.contract.Violation;

/**
 * How the contract was broken, and by how many answers.
 *
 * @param violation the first of its kind
 * @param count at least 1
 * @param sample the beginning of the first such body, without secrets
 */
public record ViolationCount(Violation violation, long count, String sample) {}

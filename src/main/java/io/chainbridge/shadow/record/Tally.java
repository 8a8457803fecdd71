package io.chainbridge.shadow.record;

/**
 * How many requests there were, and how many of them count against a limit.
 *
 * @param requests all of them
 * @param over those that took as long as the limit or longer, or failed
 */
public record Tally(long requests, long over) {}

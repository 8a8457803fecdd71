package io.chainbridge.shadow.governance;

import java.util.Map;
import java.util.Optional;

/**
 * A call, or a function handed to a call as its argument, which may call it.
 *
 * @param callee with dots and with the file's imports resolved: {@code l(f)} after {@code from
 *     pickle import load as l} is of {@code pickle.load}; a method on something without a name
 *     begins with a dot; {@code a().b()} is {@code a().b}
 * @param line from 1
 * @param function the function that it is in, with its class; empty outside of functions
 * @param literal the first argument where it is a plain text
 * @param keywords the text of each argument with a name
 * @param handed whether it is handed over and not called here
 */
record Call(
    String callee,
    int line,
    String function,
    Optional<String> literal,
    Map<String, String> keywords,
    boolean handed) {}

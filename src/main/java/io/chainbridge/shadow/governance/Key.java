package io.chainbridge.shadow.governance;

/**
 * A text that a file uses as the key of something that it makes: of a dictionary, of an element
 * that it assigns, or as the name of an argument.
 *
 * @param function the function that it is in, with its class; empty outside of functions
 * @param line from 1
 */
record Key(String name, String function, int line) {}

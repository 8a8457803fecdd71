package io.chainbridge.shadow.governance;

/**
 * A text that a file uses as the key of something that it makes: of a dictionary, of an element
 * that it assigns, or as the name of an argument.
 *
 * @param line from 1
 */
record Key(String name, int line) {}

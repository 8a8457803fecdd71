package io.chainbridge.shadow.settings;

/** Who may see the value of a setting. */
enum Secrecy {
  /** Everyone. */
  OPEN,
  /** It may hold a password, so that it is written nowhere. */
  HIDDEN,
  /** It is a secret: written nowhere, and not taken from a command line, which others can read. */
  ENVIRONMENT_ONLY
}

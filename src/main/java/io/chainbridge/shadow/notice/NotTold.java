package io.chainbridge.shadow.notice;

/**
 * That a channel did not take all that it was to be told.
 *
 * @param reason in words, without address and key
 */
record NotTold(Channel channel, String reason) {
  /** In a sentence. */
  String warning() {
    return "%s was not told: %s".formatted(channel, reason);
  }
}

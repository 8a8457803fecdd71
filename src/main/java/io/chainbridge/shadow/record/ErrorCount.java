package io.chainbridge.shadow.record;

import java.time.Duration;

/**
 * Why requests failed, and how many of them.
 *
 * @param message of low cardinality
 * @param count at least 1
 * @param firstSeen when the first of them failed, from the start of the first measured request
 */
public record ErrorCount(String message, long count, Duration firstSeen) {
  /**
   * What the message begins with where a contract was broken, which is counted by place as well.
   */
  public static final String CONTRACT = "contract";

  /** Whether the contract was broken. */
  public boolean ofContract() {
    return message.startsWith(CONTRACT + ",");
  }
}

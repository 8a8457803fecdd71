package io.chainbridge.shadow.record;

/**
 * Why requests failed, and how many of them.
 *
 * @param message of low cardinality
 * @param count at least 1
 */
public record ErrorCount(String message, long count) {
  /**
   * What the message begins with where a contract was broken, which is counted by place as well.
   */
  public static final String CONTRACT = "contract";

  /** Whether the contract was broken. */
  public boolean ofContract() {
    return message.startsWith(CONTRACT + ",");
  }
}

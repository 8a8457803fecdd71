package io.chainbridge.shadow.settings;

import java.time.Duration;

/**
 * Think time of a virtual user after each answer.
 *
 * @param mean zero for none
 * @param exponential whether it is drawn from an exponential distribution of that mean; else it is
 *     always the mean
 */
public record Pause(Duration mean, boolean exponential) {
  /** No think time. */
  public static final Pause NONE = new Pause(Duration.ZERO, false);

  private static final String EXPONENTIAL = "exponential:";

  /**
   * The pause of {@code 500ms} or {@code exponential:500ms}.
   *
   * @throws IllegalArgumentException if the text is anything else
   */
  public static Pause parse(String text) {
    boolean exponential = text.startsWith(EXPONENTIAL);
    return new Pause(
        Durations.parse(exponential ? text.substring(EXPONENTIAL.length()) : text), exponential);
  }

  /** As a user would write it. */
  @Override
  public String toString() {
    return (exponential ? EXPONENTIAL : "") + Durations.text(mean);
  }
}

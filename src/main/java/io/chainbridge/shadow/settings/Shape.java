package io.chainbridge.shadow.settings;

import java.util.Locale;

/** A load shape: what is asked of a service, and hence which settings make sense. */
public enum Shape {
  /** Does the service keep its budgets right now? A few requests from a closed model. */
  PROBE,
  /** Does it keep them under everyday traffic? */
  LOAD,
  /** At which arrival rate does it break? */
  STRESS,
  /** Does it survive a sudden peak, and how soon has it recovered? */
  SPIKE,
  /** Does it stay as it is for hours? */
  SOAK,
  /** What is the highest arrival rate at which it keeps its budgets? */
  CAPACITY,
  /** Is it slower than another build of it, both asked in turns? */
  COMPARE,
  /** Does it stay within its budgets while things go wrong, and how soon has it recovered? */
  CHAOS;

  /** Its name in results, such as {@code stress}. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * The shape with that name in results.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static Shape of(String key) {
    return valueOf(key.toUpperCase(Locale.ROOT));
  }

  /** Its name for readers, such as {@code Stress}. */
  @Override
  public String toString() {
    return name().charAt(0) + key().substring(1);
  }
}

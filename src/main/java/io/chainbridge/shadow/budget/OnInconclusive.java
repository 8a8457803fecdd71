package io.chainbridge.shadow.budget;

import java.util.Locale;

/** What becomes of a gate if a run that was to go on until it proves its limits does not. */
public enum OnInconclusive {
  /** It is open. */
  PASS,
  /** It is open, and every report says that nothing is proven. */
  WARN,
  /** It is closed. */
  FAIL;

  /** Its name in budget files and results. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * The one with that name.
   *
   * @throws IllegalArgumentException if there is none
   */
  static OnInconclusive of(String key) {
    return valueOf(key.toUpperCase(Locale.ROOT));
  }
}

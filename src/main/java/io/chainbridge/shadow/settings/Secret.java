package io.chainbridge.shadow.settings;

/**
 * A text that must appear nowhere: what shows it by accident shows asterisks.
 *
 * @param value the text itself, for whoever it is to be sent to
 */
public record Secret(String value) {
  /** In place of any secret. */
  static final String SHOWN = "***";

  @Override
  public String toString() {
    return SHOWN;
  }
}

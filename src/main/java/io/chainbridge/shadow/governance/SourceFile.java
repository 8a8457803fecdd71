package io.chainbridge.shadow.governance;

/**
 * A text file of a checkout.
 *
 * @param path from the top of the checkout, with slashes
 * @param text all of it, read as UTF-8
 */
public record SourceFile(String path, String text) {

  /** What is after the last slash. */
  public String name() {
    return path.substring(path.lastIndexOf('/') + 1);
  }
}

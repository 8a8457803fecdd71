package io.chainbridge.shadow.budget;

/**
 * A request header. Its value may hold a secret from the environment, so its text form shows the
 * template instead.
 *
 * @param name such as {@code Authorization}
 * @param template the value as the budget file has it, with the names of environment variables
 * @param value the value to send
 */
public record Header(String name, String template, String value) {
  @Override
  public String toString() {
    return name + ": " + template;
  }
}

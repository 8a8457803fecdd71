package io.chainbridge.shadow.cli;

/** Entry. */
public final class Main {
  private Main() {}

  /** Run. */
  public static void main(String[] args) {}
}

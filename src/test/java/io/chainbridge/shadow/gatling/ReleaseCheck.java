package io.chainbridge.shadow.gatling;

import io.gatling.commons.util.LatestGatlingRelease;

/** Asks Gatling what its latest release is, as it does itself when it starts. */
public final class ReleaseCheck {
  private ReleaseCheck() {}

  /** Prints what it knows. */
  public static void main(String[] arguments) {
    System.out.println(LatestGatlingRelease.load());
  }
}

package io.chainbridge.shadow.report;

import java.util.Locale;

/** How Gatling has named the pages of its report since 3.11: readable, and told apart. */
final class GatlingFileName {
  /** The group of all requests, which has no name. */
  static final String OF_ALL = "group_" + of("");

  private static final int READABLE_CHARACTERS = 15;

  private GatlingFileName() {}

  static String ofRequest(String name) {
    return "req_" + of(name);
  }

  private static String of(String name) {
    String given = name.isBlank() ? "missing_name" : name.strip();
    String readable = given.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9-]", "-");
    return readable.substring(0, Math.min(READABLE_CHARACTERS, readable.length()))
        + "-"
        + given.hashCode();
  }
}

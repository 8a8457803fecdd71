package io.chainbridge.shadow.notice;

import java.util.Locale;

/** What a message is about. */
enum Kind {
  /** A run that breaks its budgets. */
  BREACH,
  /** The first run that passes after one that broke them. */
  RECOVERY,
  /** A budget that is met, and of which little begins to be left. */
  APPROACHING,
  /** What the runs of some days came to. */
  SUMMARY;

  /** Its name in messages for programs. */
  String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}

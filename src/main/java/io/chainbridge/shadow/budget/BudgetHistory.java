package io.chainbridge.shadow.budget;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How the budget files of a project came to be what they are. Immutable.
 *
 * @param versions the newest first
 * @param before why there are no older ones to tell of; empty if these are all
 */
public record BudgetHistory(List<Version> versions, Optional<String> before) {
  public BudgetHistory {
    versions = List.copyOf(versions);
  }

  /**
   * One file, changed by one commit. Immutable.
   *
   * @param at when it was committed
   * @param commit its full hash
   * @param subject first line of its message, without secrets
   * @param file its path in the repository
   * @param limits that changed, by name; none if the commit changed something else
   * @param unreadable why its limits cannot be told; empty if they can
   */
  public record Version(
      Instant at,
      String commit,
      String subject,
      String file,
      List<LimitChange> limits,
      Optional<String> unreadable) {
    public Version {
      limits = List.copyOf(limits);
    }
  }
}

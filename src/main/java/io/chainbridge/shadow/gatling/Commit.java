package io.chainbridge.shadow.gatling;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The commit that a run is about: what the CI server says, or else what is checked out. */
final class Commit {
  /** Of GitHub, GitLab and Jenkins. */
  private static final List<String> VARIABLES =
      List.of("GITHUB_SHA", "CI_COMMIT_SHA", "GIT_COMMIT");

  private Commit() {}

  /**
   * Looks it up.
   *
   * @param folder of the project
   * @return the full hash; empty outside a checkout
   */
  static Optional<String> find(Map<String, String> environment, Path folder) {
    return VARIABLES.stream()
        .map(environment::get)
        .filter(Objects::nonNull)
        .filter(commit -> commit.matches("[0-9a-f]{40,64}"))
        .findFirst()
        .or(new LocalCheckout(folder)::commit);
  }
}

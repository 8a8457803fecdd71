package io.chainbridge.shadow.gatling;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The branch that a run is about: what the CI server says, or else what is checked out. */
public final class Branch {
  /**
   * Of GitHub, GitLab and Jenkins, those of a pull request first, in which the others have a name
   * that is no branch.
   */
  private static final List<String> VARIABLES =
      List.of(
          "GITHUB_HEAD_REF",
          "GITHUB_REF_NAME",
          "CI_MERGE_REQUEST_SOURCE_BRANCH_NAME",
          "CI_COMMIT_BRANCH",
          "CHANGE_BRANCH",
          "BRANCH_NAME");

  private Branch() {}

  /**
   * Looks it up.
   *
   * @param folder of the project
   * @return empty outside a checkout, and where a commit or a tag is tested and not a branch
   */
  public static Optional<String> find(Map<String, String> environment, Path folder) {
    if ("tag".equals(environment.get("GITHUB_REF_TYPE"))) {
      return Optional.empty();
    }
    return VARIABLES.stream()
        .map(environment::get)
        .filter(Objects::nonNull)
        .filter(branch -> !branch.isBlank())
        .findFirst()
        .or(new LocalCheckout(folder)::branch);
  }
}

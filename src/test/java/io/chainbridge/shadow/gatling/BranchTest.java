package io.chainbridge.shadow.gatling;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.eclipse.jgit.api.Git;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BranchTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({
    "GITHUB_REF_NAME=main, main",
    "GITHUB_HEAD_REF=fix GITHUB_REF_NAME=12/merge, fix",
    "GITHUB_HEAD_REF= GITHUB_REF_NAME=main, main",
    "CI_MERGE_REQUEST_SOURCE_BRANCH_NAME=fix CI_COMMIT_BRANCH=x, fix",
    "CHANGE_BRANCH=fix BRANCH_NAME=PR-7, fix"
  })
  void isWhatTheCiServerSays(String variables, String branch) {
    assertThat(Branch.find(environment(variables), folder)).contains(branch);
  }

  @Test
  void isNoneWhereATagIsTestedOrOutsideACheckout() {
    assertThat(Branch.find(environment("GITHUB_REF_TYPE=tag GITHUB_REF_NAME=v1"), folder))
        .isEmpty();
    assertThat(Branch.find(Map.of(), folder)).isEmpty();
  }

  @Test
  void isElseWhatIsCheckedOut() throws Exception {
    Git.init().setDirectory(folder.toFile()).setInitialBranch("feature/x").call().close();
    assertThat(Branch.find(Map.of(), folder)).contains("feature/x");
  }

  private static Map<String, String> environment(String variables) {
    return Arrays.stream(variables.split(" "))
        .map(part -> part.split("=", -1))
        .collect(Collectors.toMap(part -> part[0], part -> part[1]));
  }
}

package io.chainbridge.shadow.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JobLinkTest {
  @Test
  void isThatOfGithubsRun() {
    assertThat(
            JobLink.find(
                Map.of(
                    "GITHUB_SERVER_URL", "https://github.com",
                    "GITHUB_REPOSITORY", "chainbridge/shadow",
                    "GITHUB_RUN_ID", "42")))
        .contains(URI.create("https://github.com/chainbridge/shadow/actions/runs/42"));
    assertThat(JobLink.find(Map.of("GITHUB_SERVER_URL", "https://github.com"))).isEmpty();
  }

  @Test
  void isElseWhatGitlabOrJenkinsSay() {
    String address = "https://ci.example/job/7";
    assertThat(JobLink.find(Map.of("CI_JOB_URL", address))).contains(URI.create(address));
    assertThat(JobLink.find(Map.of("BUILD_URL", address))).contains(URI.create(address));
    assertThat(JobLink.find(Map.of())).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "javascript:alert(1)",
        "file:///etc/passwd",
        "https://",
        "//ci.example/7",
        "https://ada:pa55@ci.example/7",
        "https://ci.example/<!channel>|x",
        "https://ci.example/a b"
      })
  void isNothingThatIsNoPlainAddress(String address) {
    assertThat(JobLink.find(Map.of("CI_JOB_URL", address))).isEmpty();
  }
}

package io.chainbridge.shadow.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JobTest {
  @Test
  void isReadAsGithubWritesIt() {
    assertThat(
            Job.needed(
                """
                {
                  "shadow-governance": {"result": "success", "outputs": {"affected": "true"}},
                  "shadow-tests": {"result": "cancelled", "outputs": {}}
                }"""))
        .containsExactly(
            new Job("shadow-governance", Job.Result.SUCCESS, Optional.of(true)),
            new Job("shadow-tests", Job.Result.CANCELLED, Optional.empty()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ''                  | must be an object with a job at least, as toJSON(needs)
          []                  | must be an object with a job at least, as toJSON(needs)
          {}                  | must be an object with a job at least, as toJSON(needs)
          {                   | no JSON: Unexpected end-of-input
          {"a": {}}           | the result of a is none; allowed: success, failure, cancelled, skipped
          {"a": {"result": "neutral"}} | the result of a is neutral; allowed: success, failure, cancelled, skipped
          """)
  void anythingElseIsRefused(String text, String message) {
    assertThatThrownBy(() -> Job.needed(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith(message);
  }
}

package io.chainbridge.shadow.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuestionTest {

  @Test
  void whatIsNotAskedHasDefaults() {
    assertThat(Question.ofEvents(Map.of(), null)).isEqualTo(new Question(24, 50, null));
  }

  @ParameterizedTest(name = "hours={0} limit={1}")
  @CsvSource({"1, 1", "168, 1000", "+24, 050"})
  void boundsAreIncluded(String hours, String limit) {
    Question question = Question.ofEvents(query("hours", hours, "limit", limit), null);
    assertThat(question.hours()).isEqualTo(Integer.parseInt(hours));
    assertThat(question.limit()).isEqualTo(Integer.parseInt(limit));
  }

  @ParameterizedTest(name = "hours={0}: {1}")
  @CsvSource({
    "0, greater_than_equal",
    "-1, greater_than_equal",
    "169, less_than_equal",
    "99999999999999999999, less_than_equal",
    "abc, int_parsing",
    "1.5, int_parsing",
    "true, int_parsing",
    "'', int_parsing",
    "' 1', int_parsing",
    "٣, int_parsing",
  })
  void aBadNumberInTheQueryIsAProblem(String hours, String type) {
    assertThat(problems(query("hours", hours), null))
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.loc()).containsExactly("query", "hours");
              assertThat(problem.type()).isEqualTo(type);
            });
  }

  @ParameterizedTest(name = "{0}: {1} {2}")
  @CsvSource(
      delimiter = '|',
      value = {
        "{'limit': 'abc'}  | limit    | int_type",
        "{'limit': '10'}   | limit    | int_type",
        "{'limit': 1.5}    | limit    | int_type",
        "{'limit': 10.0}   | limit    | int_type",
        "{'limit': true}   | limit    | int_type",
        "{'limit': null}   | limit    | int_type",
        "{'limit': 0}      | limit    | greater_than_equal",
        "{'limit': 1001}   | limit    | less_than_equal",
        "{'hours': [1]}    | hours    | int_type",
        "{'hours': 169}    | hours    | less_than_equal",
        "{'corridor': 7}   | corridor | string_type",
        "{'corridor': {}}  | corridor | string_type",
      })
  void aBadValueInTheBodyIsAProblem(String body, String name, String type) {
    assertThat(problems(Map.of(), json(body.replace('\'', '"'))))
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.loc()).containsExactly("body", name);
              assertThat(problem.type()).isEqualTo(type);
            });
  }

  @ParameterizedTest
  @CsvSource({"[]", "1", "null", "'\"x\"'", "true"})
  void aBodyThatIsNoObjectIsAProblem(String body) {
    assertThat(problems(Map.of(), json(body)))
        .singleElement()
        .satisfies(problem -> assertThat(problem.loc()).containsExactly("body"));
  }

  @Test
  void allProblemsAreToldAtOnce() {
    assertThat(problems(query("hours", "0", "limit", "x"), json("{\"limit\": 0, \"hours\": 0}")))
        .extracting(problem -> String.join(".", problem.loc()))
        .containsExactly("query.hours", "query.limit", "body.hours", "body.limit");
  }

  @Test
  void theBodyCountsWhereBothSay() {
    assertThat(
            Question.ofEvents(
                query("hours", "1", "limit", "2", "corridor", "A"),
                json("{\"limit\": 3, \"corridor\": \"B\", \"other\": 1}")))
        .isEqualTo(new Question(1, 3, "B"));
    assertThat(Question.ofEvents(query("corridor", "A"), json("{\"corridor\": null}")).corridor())
        .isNull();
  }

  @Test
  void theLastOfRepeatedParametersCounts() {
    assertThat(Question.ofHours(Map.of("hours", List.of("x", "2"))).hours()).isEqualTo(2);
  }

  @Test
  void anEmptyBodyIsNone() {
    assertThat(new Json(true).read(new byte[0])).isNull();
  }

  @ParameterizedTest
  @CsvSource({"{", "'{} {}'", "'{\"a\":}'", "nul", "NaN"})
  void aBodyThatIsNotJsonIsMalformed(String body) {
    assertThatExceptionOfType(MalformedRequest.class).isThrownBy(() -> json(body));
  }

  private static List<Problem> problems(Map<String, List<String>> query, @Nullable JsonNode body) {
    InvalidRequest invalid =
        catchThrowableOfType(InvalidRequest.class, () -> Question.ofEvents(query, body));
    return invalid.problems();
  }

  private static Map<String, List<String>> query(String name, String value) {
    return Map.of(name, List.of(value));
  }

  private static Map<String, List<String>> query(String a, String x, String b, String y) {
    return Map.of(a, List.of(x), b, List.of(y));
  }

  private static Map<String, List<String>> query(
      String a, String x, String b, String y, String c, String z) {
    return Map.of(a, List.of(x), b, List.of(y), c, List.of(z));
  }

  private static @Nullable JsonNode json(String text) {
    return new Json(true).read(text.getBytes(StandardCharsets.UTF_8));
  }
}

package io.chainbridge.shadow.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;

/** Each API test holds one requirement, which has a number and a sentence. */
class RequirementsTest {
  private static final List<Class<?>> TESTS =
      List.of(StatsIT.class, EventsIT.class, RefusalsIT.class, DriftIT.class);

  @Test
  void eachApiTestSaysWhichRequirementItHolds() {
    assertThat(tests())
        .allSatisfy(
            test ->
                assertThat(test.getAnnotation(DisplayName.class))
                    .as("@DisplayName of %s", test)
                    .isNotNull()
                    .extracting(DisplayName::value)
                    .asString()
                    .matches("API-\\d\\d: \\w.{10,90}"));
  }

  @Test
  void noTwoRequirementsHaveTheSameNumber() {
    assertThat(tests().map(test -> test.getAnnotation(DisplayName.class).value().substring(0, 6)))
        .doesNotHaveDuplicates()
        .hasSizeGreaterThan(20);
  }

  private static Stream<Method> tests() {
    return TESTS.stream()
        .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
        .filter(
            method ->
                method.isAnnotationPresent(Test.class)
                    || method.isAnnotationPresent(ParameterizedTest.class));
  }
}

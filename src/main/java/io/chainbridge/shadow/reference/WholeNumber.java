package io.chainbridge.shadow.reference;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigInteger;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * A whole number a request may give, between two inclusive bounds.
 *
 * <p>In a query it is decimal digits with an optional sign. In a body it is a JSON number without
 * fraction or exponent: a string of digits, {@code 10.0}, {@code true} and null are refused.
 */
record WholeNumber(String name, int min, int max) {

  /** The window in hours. */
  static final WholeNumber HOURS = new WholeNumber("hours", 1, 168);

  /** The most events in one answer. */
  static final WholeNumber LIMIT = new WholeNumber("limit", 1, 1_000);

  private static final Pattern DIGITS = Pattern.compile("[+-]?[0-9]{1,30}");
  private static final String EXPECTED = "Input should be a valid integer";

  /** The value of a query's text, or the fallback once the problem with it is told. */
  int fromQuery(String text, int fallback, Consumer<Problem> problems) {
    if (DIGITS.matcher(text).matches()) {
      return within(new BigInteger(text), "query", fallback, problems);
    }
    problems.accept(
        problem("query", EXPECTED + ", unable to parse string as an integer", "int_parsing"));
    return fallback;
  }

  /** The value of a body's node, or the fallback once the problem with it is told. */
  int fromBody(JsonNode node, int fallback, Consumer<Problem> problems) {
    if (node.isIntegralNumber()) {
      return within(node.bigIntegerValue(), "body", fallback, problems);
    }
    problems.accept(problem("body", EXPECTED, "int_type"));
    return fallback;
  }

  private int within(BigInteger value, String place, int fallback, Consumer<Problem> problems) {
    if (value.compareTo(BigInteger.valueOf(min)) < 0) {
      String message = "Input should be greater than or equal to " + min;
      problems.accept(problem(place, message, "greater_than_equal"));
      return fallback;
    }
    if (value.compareTo(BigInteger.valueOf(max)) > 0) {
      String message = "Input should be less than or equal to " + max;
      problems.accept(problem(place, message, "less_than_equal"));
      return fallback;
    }
    return value.intValueExact();
  }

  private Problem problem(String place, String message, String type) {
    return new Problem(List.of(place, name), message, type);
  }
}

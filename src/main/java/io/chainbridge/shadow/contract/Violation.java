package io.chainbridge.shadow.contract;

import java.util.List;
import java.util.Optional;

/**
 * One place where a JSON document is not what its schema expects. The description has low
 * cardinality: the same defect in another answer, or at another index of an array, reads the same,
 * so that violations can be counted by it.
 *
 * @param pointer JSON Pointer (RFC 6901) to the place; empty for the document
 * @param pattern the pointer with a star for each array index, and for each key that the schema
 *     does not name
 * @param found what is there, by type rather than value
 * @param expected what should be there
 * @param alternatives the words allowed there, if the schema lists them: keys or values
 * @param reason why, in the words of the schema's author
 */
public record Violation(
    String pointer,
    String pattern,
    String found,
    String expected,
    List<String> alternatives,
    Optional<String> reason) {

  static final String UNKNOWN_KEY = "an unknown key";

  Violation(
      Place place,
      String found,
      String expected,
      List<String> alternatives,
      Optional<String> reason) {
    this(place.pointer(), place.pattern(), found, expected, alternatives, reason);
  }

  /** Of a body as a whole. */
  static Violation ofBody(String found, String expected) {
    return new Violation("", "", found, expected, List.of(), Optional.empty());
  }

  /** Where it is, in words: {@code at /events/*}{@code /delta}, or {@code in the body}. */
  public String place() {
    return pattern.isEmpty() ? "in the body" : "at " + pattern;
  }

  /**
   * Whether the place is a key that the schema does not know; the alternatives are those it does.
   */
  public boolean unknownKey() {
    return found.equals(UNKNOWN_KEY);
  }

  /** What is where, what was expected, and why if the schema says so; goes after "found". */
  public String description() {
    return "%s %s, expected %s".formatted(found, place(), expectation());
  }

  /** What was expected, and why if the schema says so. */
  public String expectation() {
    return expected + reason.map(text -> "; " + text).orElse("");
  }
}

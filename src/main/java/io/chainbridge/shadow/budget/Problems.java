package io.chainbridge.shadow.budget;

import com.fasterxml.jackson.databind.JsonNode;
import io.chainbridge.shadow.contract.Violation;
import io.chainbridge.shadow.settings.InvalidInputException;
import io.chainbridge.shadow.settings.Suggestion;
import java.util.ArrayList;
import java.util.List;

/** What is wrong with a budget file, each with its place. Not thread-safe. */
final class Problems {
  private static final int LONGEST_VALUE = 60;

  private final String file;
  private final List<String> problems = new ArrayList<>();

  Problems(String file) {
    this.file = file;
  }

  /** JSON Pointer to a key of what the parent points to. */
  static String pointer(String parent, String key) {
    return parent + "/" + key.replace("~", "~0").replace("/", "~1");
  }

  void add(String pointer, String problem) {
    problems.add("%s at %s: %s".formatted(file, pointer.isEmpty() ? "/" : pointer, problem));
  }

  /** Problems that name their place themselves. */
  void addAll(List<String> located) {
    problems.addAll(located);
  }

  void add(Violation violation, JsonNode document) {
    String pointer = violation.pointer();
    String reason = violation.reason().map(text -> "; " + text).orElse("");
    if (violation.unknownKey()) {
      String key = pointer.substring(pointer.lastIndexOf('/') + 1);
      add(
          pointer,
          "unknown key; allowed: %s%s%s"
              .formatted(violation.expected(), reason, suggestion(key, violation)));
      return;
    }
    JsonNode value = document.at(pointer);
    String found = value.isMissingNode() ? violation.found() : shorten(value.toString());
    add(
        pointer,
        "found %s, expected %s%s%s"
            .formatted(found, violation.expected(), reason, suggestion(value.asText(), violation)));
  }

  private static String suggestion(String word, Violation violation) {
    return Suggestion.of(word, violation.alternatives())
        .map(". Did you mean %s?"::formatted)
        .orElse("");
  }

  void throwIfAny() {
    if (!problems.isEmpty()) {
      throw new InvalidInputException(problems);
    }
  }

  private static String shorten(String text) {
    return text.length() <= LONGEST_VALUE ? text : text.substring(0, LONGEST_VALUE) + "...";
  }
}

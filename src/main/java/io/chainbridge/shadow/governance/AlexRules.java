package io.chainbridge.shadow.governance;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.chainbridge.shadow.contract.JsonSchema;
import io.chainbridge.shadow.contract.Violation;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.PatternSyntaxException;
import java.util.stream.IntStream;

/**
 * What a checkout says of the rules, in {@code .github/ALEX_RULES.json}; the defaults where it says
 * nothing.
 *
 * @param file what it says; empty if it is not there or no JSON
 * @param problems why some or all of it cannot be used, a line each
 */
record AlexRules(Optional<JsonText> file, List<String> problems) {
  static final String PATH = ".github/ALEX_RULES.json";

  private static final String SCHEMA = "/schemas/alex-rules.schema.json";
  private static final JsonNode NOTHING = MissingNode.getInstance();
  private static final int MAX_CHANGED_LINES = 1_000;
  private static final String BUDGET_FILE = "budgets/shadow.json";

  static AlexRules read(Checkout checkout) {
    return checkout
        .text(PATH)
        .map(text -> parse(PATH, text))
        .orElseGet(
            () ->
                new AlexRules(
                    Optional.empty(),
                    checkout.unreadable(PATH).map(why -> PATH + " " + why).stream().toList()));
  }

  /**
   * Reads such a file.
   *
   * @param path what problems call it
   */
  static AlexRules parse(String path, String text) {
    try {
      JsonText file = JsonText.parse(text);
      List<String> problems = new ArrayList<>();
      for (Violation violation : schema().violations(file.document())) {
        problems.add(
            "%s, line %d: at %s found %s, expected %s"
                .formatted(
                    path,
                    file.line(violation.pointer()),
                    violation.pointer().isEmpty() ? "/" : violation.pointer(),
                    violation.found(),
                    violation.expectation()));
      }
      scope(rule(file.document(), 12)).stream()
          .filter(glob -> !isGlob(glob))
          .map(glob -> "%s: \"%s\" in the scope of rule 12 is no glob".formatted(path, glob))
          .forEach(problems::add);
      return new AlexRules(Optional.of(file), List.copyOf(problems));
    } catch (JsonProcessingException e) {
      String problem =
          "%s, line %d: is no JSON: %s"
              .formatted(
                  path,
                  e.getLocation() == null ? 1 : e.getLocation().getLineNr(),
                  e.getOriginalMessage().replaceAll("(?s)\\s*\\([^(]*\\[Source:.*|\\R.*", ""));
      return new AlexRules(Optional.empty(), List.of(problem));
    }
  }

  private static JsonSchema schema() {
    try (InputStream in =
        Objects.requireNonNull(AlexRules.class.getResourceAsStream(SCHEMA), SCHEMA)) {
      return JsonSchema.compile(new ObjectMapper().readTree(in));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What it says of a rule; missing if nothing. */
  JsonNode rule(int id) {
    return file.map(text -> rule(text.document(), id)).orElse(NOTHING);
  }

  /** What such a document says of a rule; missing if nothing. */
  static JsonNode rule(JsonNode document, int id) {
    for (JsonNode rule : document.path("rules")) {
      if (rule.path("id").asInt() == id) {
        return rule;
      }
    }
    return NOTHING;
  }

  /** The line of something that it says of a rule. */
  int line(int id, String pointer) {
    return pointer(id).map(rule -> file.orElseThrow().line(rule + pointer)).orElse(1);
  }

  /** The JSON Pointer to what it says of a rule; empty if nothing. */
  Optional<String> pointer(int id) {
    JsonNode rules = file.map(JsonText::document).orElse(NOTHING).path("rules");
    return IntStream.range(0, rules.size())
        .filter(i -> rules.path(i).path("id").asInt() == id)
        .mapToObj("/rules/%d"::formatted)
        .findFirst();
  }

  /** How many lines may change without approval. */
  int maxChangedLines() {
    return rule(6).path("max_changed_lines").asInt(MAX_CHANGED_LINES);
  }

  /** The budget file that rule 12 is about. */
  String budgetFile() {
    return rule(12).path("budget_file").asText(BUDGET_FILE);
  }

  /** The files that rule 12 is about, as globs; what is no glob is left out, and a problem. */
  List<String> scope() {
    return scope(rule(12)).stream().filter(AlexRules::isGlob).toList();
  }

  private static List<String> scope(JsonNode rule) {
    List<String> scope = new ArrayList<>();
    rule.path("scope").forEach(glob -> scope.add(glob.asText()));
    return scope;
  }

  private static boolean isGlob(String text) {
    try {
      FileSystems.getDefault().getPathMatcher("glob:" + text);
      return true;
    } catch (PatternSyntaxException e) {
      return false;
    }
  }

  /** The figures of rule 12, by the names of their limits. */
  Map<String, JsonNode> budgets() {
    return Figures.in(rule(12).path("budgets"));
  }
}

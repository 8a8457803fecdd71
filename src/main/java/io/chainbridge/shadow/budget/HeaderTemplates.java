package io.chainbridge.shadow.budget;

import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Fills the environment's values into header values such as {@code Bearer ${SHADOW_TOKEN}}. */
final class HeaderTemplates {
  private static final Pattern VARIABLE = Pattern.compile("\\$\\{([^}]*)}");

  private final Function<String, @Nullable String> environment;
  private final Problems problems;

  HeaderTemplates(Function<String, @Nullable String> environment, Problems problems) {
    this.environment = environment;
    this.problems = problems;
  }

  Header header(String pointer, String name, String template) {
    String value =
        VARIABLE
            .matcher(template)
            .replaceAll(match -> Matcher.quoteReplacement(lookUp(pointer, match)));
    return new Header(name, template, value);
  }

  private String lookUp(String pointer, MatchResult match) {
    String variable = match.group(1);
    @Nullable String value = environment.apply(variable);
    if (value == null || value.isEmpty()) {
      problems.add(
          pointer, "names the environment variable %s, which is not set".formatted(variable));
      return "";
    }
    if (value.chars().anyMatch(c -> c == '\r' || c == '\n')) {
      problems.add(
          pointer,
          "names the environment variable %s, whose value has a line break".formatted(variable));
      return "";
    }
    return value;
  }
}

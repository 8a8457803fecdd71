package io.chainbridge.shadow.settings;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.assertj.core.api.Assertions;

/** What a user set, written as {@code rate=5 duration=1m}; a variable in capitals. */
final class Given {
  private Given() {}

  /** As properties, but for what is written in capitals. */
  static Map<String, String> properties(String set) {
    return parts(set, false);
  }

  /** What is written in capitals. */
  static Map<String, String> variables(String set) {
    return parts(set, true);
  }

  private static Map<String, String> parts(String set, boolean variables) {
    return Arrays.stream(set.split(" "))
        .filter(part -> !part.isEmpty())
        .map(part -> part.split("=", -1))
        .filter(part -> part[0].startsWith(Setting.PREFIX) == variables)
        .collect(Collectors.toMap(part -> part[0], part -> part[1]));
  }

  /** All properties, as the environment variables of the same settings. */
  static Map<String, String> environment(String set) {
    return properties(set).entrySet().stream()
        .collect(Collectors.toMap(entry -> variable(entry.getKey()), Map.Entry::getValue));
  }

  private static String variable(String property) {
    return Catalogue.ALL.stream()
        .filter(setting -> setting.property().equals(property))
        .map(Setting::environment)
        .findFirst()
        .orElseThrow();
  }

  /** What is said of it. */
  static List<String> problems(Shape shape, String set) {
    return Assertions.catchThrowableOfType(
            InvalidInputException.class,
            () -> Settings.read(shape, properties(set), variables(set)))
        .problems();
  }
}

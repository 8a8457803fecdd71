package io.chainbridge.shadow.gatling;

import java.util.Arrays;
import java.util.Map;
import java.util.Properties;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.commons.text.StringEscapeUtils;

/**
 * The system properties as they were given to Maven. Gatling's plugin escapes the values that it
 * passes on to the JVM it forks, as if for Java source, and nobody undoes it: a quotation mark or a
 * backslash arrives with a backslash before it.
 */
final class ForkedProperties {
  private static final String FORK = "io.gatling.plugin.util.ForkMain";

  private ForkedProperties() {}

  static Map<String, String> read() {
    boolean forked =
        Arrays.stream(Thread.currentThread().getStackTrace())
            .anyMatch(frame -> frame.getClassName().equals(FORK));
    return of(System.getProperties(), forked);
  }

  static Map<String, String> of(Properties properties, boolean forked) {
    return properties.stringPropertyNames().stream()
        .collect(
            Collectors.toMap(
                Function.identity(),
                name -> {
                  String value = properties.getProperty(name);
                  return forked ? unescaped(value) : value;
                }));
  }

  /** Those of the JVM itself are not escaped, and need not look as if they were. */
  private static String unescaped(String value) {
    try {
      return StringEscapeUtils.unescapeJava(value);
    } catch (IllegalArgumentException e) {
      return value;
    }
  }
}

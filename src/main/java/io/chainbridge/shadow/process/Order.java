package io.chainbridge.shadow.process;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a process tells its child to do, or the child answers: a word and named values, in one line.
 * Immutable.
 *
 * @param word without a space
 * @param values by name; neither has a space, and a name has no equals sign
 */
public record Order(String word, Map<String, String> values) {

  /** Takes a copy, in its order. */
  public Order {
    values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
  }

  /** A word alone. */
  public static Order of(String word) {
    return new Order(word, Map.of());
  }

  /** The value with that name; empty without one. */
  public Optional<String> value(String name) {
    return Optional.ofNullable(values.get(name));
  }

  /** As one line: {@code fault kind=latency share=0.5}. */
  public String line() {
    return Stream.concat(
            Stream.of(word),
            values.entrySet().stream().map(entry -> entry.getKey() + "=" + entry.getValue()))
        .collect(Collectors.joining(" "));
  }

  /** The order of a line as {@link #line} makes it; what is no named value is passed over. */
  public static Order parse(String line) {
    String[] parts = line.strip().split(" ", -1);
    Map<String, String> values = new LinkedHashMap<>();
    Arrays.stream(parts)
        .skip(1)
        .filter(part -> part.contains("="))
        .forEach(
            part ->
                values.put(
                    part.substring(0, part.indexOf('=')), part.substring(part.indexOf('=') + 1)));
    return new Order(parts[0], values);
  }
}

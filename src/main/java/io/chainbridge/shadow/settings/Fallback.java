package io.chainbridge.shadow.settings;

import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What holds when a setting is not set, for each load shape that knows it.
 *
 * @param texts a value as a user would write it, or what holds in words
 */
record Fallback(Map<Shape, String> texts) {
  Fallback {
    texts = Collections.unmodifiableMap(new EnumMap<>(texts));
  }

  /** The same for every load shape. */
  static Fallback always(String text) {
    return new Fallback(
        Arrays.stream(Shape.values()).collect(Collectors.toMap(shape -> shape, shape -> text)));
  }

  /** For one load shape only. */
  static Fallback of(Shape shape, String text) {
    return new Fallback(Map.of(shape, text));
  }

  /** The same, but for one load shape, which may be one more. */
  Fallback and(Shape shape, String text) {
    Map<Shape, String> more = new EnumMap<>(texts);
    more.put(shape, text);
    return new Fallback(more);
  }

  /** Empty if the load shape does not know the setting. */
  Optional<String> in(Shape shape) {
    return Optional.ofNullable(texts.get(shape));
  }

  /** The load shapes that know the setting. */
  List<Shape> shapes() {
    return List.copyOf(texts.keySet());
  }

  /** For readers: {@code 10s}, or {@code Probe 20, Load none}. */
  @Override
  public String toString() {
    List<String> distinct = texts.values().stream().distinct().toList();
    if (texts.size() < Shape.values().length) {
      return listed(texts);
    }
    if (distinct.size() == 1) {
      return distinct.get(0);
    }
    String usual = distinct.stream().max(Comparator.comparingInt(this::frequency)).orElseThrow();
    Map<Shape, String> others = new EnumMap<>(texts);
    others.values().removeIf(usual::equals);
    return usual + ", " + listed(others);
  }

  private int frequency(String text) {
    return Collections.frequency(texts.values(), text);
  }

  private static String listed(Map<Shape, String> texts) {
    return texts.entrySet().stream()
        .map(entry -> entry.getKey() + " " + entry.getValue())
        .collect(Collectors.joining(", "));
  }
}

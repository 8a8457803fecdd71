package io.chainbridge.shadow.settings;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Looks settings up and collects what is wrong with them. Not thread-safe. */
final class SettingsReader {
  private final Shape shape;
  private final Map<String, String> properties;
  private final Map<String, String> environment;
  private final List<String> problems = new ArrayList<>();
  private final Map<String, ResolvedSetting> resolved = new LinkedHashMap<>();

  /** Names as the user wrote them, by property. */
  private final Map<String, String> given = new LinkedHashMap<>();

  SettingsReader(Shape shape, Map<String, String> properties, Map<String, String> environment) {
    this.shape = shape;
    this.properties = properties;
    this.environment = environment;
  }

  Shape shape() {
    return shape;
  }

  /** What is set, or what holds otherwise for the load shape, which must know the setting. */
  <T> T get(Setting<T> setting) {
    return find(setting)
        .or(() -> setting.fallback().in(shape).flatMap(setting.kind()::parse))
        .orElseThrow();
  }

  /** Empty when it is not set, or set to something that is now among the problems. */
  <T> Optional<T> find(Setting<T> setting) {
    String text = text(setting);
    Optional<String> name = name(setting);
    String origin =
        name.isEmpty() ? "default" : name.get().startsWith("-D") ? "property" : "environment";
    if (knows(setting) || name.isPresent()) {
      resolved.put(setting.property(), new ResolvedSetting(setting.property(), text, origin));
    }
    if (name.isEmpty()) {
      return Optional.empty();
    }
    Optional<T> value = setting.kind().parse(text);
    if (value.isEmpty() && given.put(setting.property(), name.get()) == null) {
      problems.add(setting.refuse(name.get(), text));
    }
    given.put(setting.property(), name.get());
    return value;
  }

  private boolean knows(Setting<?> setting) {
    return setting.fallback().in(shape).isPresent();
  }

  boolean isGiven(Setting<?> setting) {
    return name(setting).isPresent();
  }

  /** Its text: the user's, or what holds otherwise. */
  String text(Setting<?> setting) {
    @Nullable String property = properties.get(setting.property());
    @Nullable String variable = environment.get(setting.environment());
    return property != null
        ? property
        : variable != null && !variable.isBlank()
            ? variable
            : setting.fallback().in(shape).orElse("");
  }

  /** As the user wrote its name; empty if it is not set. */
  private Optional<String> name(Setting<?> setting) {
    if (properties.containsKey(setting.property())) {
      return Optional.of("-D" + setting.property());
    }
    @Nullable String variable = environment.get(setting.environment());
    return variable == null || variable.isBlank()
        ? Optional.empty()
        : Optional.of(setting.environment());
  }

  /** Refuses what is set, if another setting makes no sense of it. */
  void refuse(Setting<?> setting, String problem) {
    problems.add(
        "%s=%s: %s"
            .formatted(name(setting).orElse("-D" + setting.property()), text(setting), problem));
  }

  /** Refuses two that are both set. */
  void refuseTogether(Setting<?> one, Setting<?> other, String reason) {
    if (isGiven(one) && isGiven(other) && knows(one) && knows(other)) {
      problems.add(
          "%s and %s contradict each other: %s; leave out one of the two"
              .formatted(name(one).orElseThrow(), name(other).orElseThrow(), reason));
    }
  }

  /** A setting of another load shape would be ignored in silence. */
  void refuseIfOfOtherShapes(Setting<?> setting) {
    if (isGiven(setting) && !knows(setting)) {
      problems.add(
          "%s: is for %s; %s knows %s"
              .formatted(
                  name(setting).orElseThrow(),
                  setting.fallback().shapes().stream()
                      .map(Shape::toString)
                      .collect(Collectors.joining(", ")),
                  shape,
                  PaceReader.ALL.stream()
                      .filter(this::knows)
                      .map(Setting::property)
                      .collect(Collectors.joining(", "))));
    }
  }

  /** Every setting looked up so far, in that order. */
  List<ResolvedSetting> resolved() {
    return List.copyOf(resolved.values());
  }

  /** Settings of the embedded service, given together with another target, would do nothing. */
  void refuseReferenceSettings() {
    for (String name : given.values()) {
      if (name.contains(Catalogue.REFERENCE) || name.startsWith("SHADOW_REFERENCE_")) {
        problems.add(
            "%s: is for the embedded reference service, but a base URL names another target; leave out one of the two"
                .formatted(name));
      }
    }
  }

  /** A misspelt setting would be ignored in silence, and the gate would check something else. */
  void refuseUnknown() {
    List<String> names = Catalogue.ALL.stream().map(Setting::property).toList();
    properties.keySet().stream()
        .filter(name -> !names.contains(name))
        .sorted()
        .forEach(name -> refuseUnknown("-D", name, names));
    List<String> variables = Catalogue.ALL.stream().map(Setting::environment).toList();
    environment.keySet().stream()
        .filter(name -> name.startsWith("SHADOW_") && !variables.contains(name))
        .sorted()
        .forEach(name -> refuseUnknown("", name, variables));
  }

  private void refuseUnknown(String prefix, String name, List<String> allowed) {
    Optional<String> meant = Suggestion.of(name, allowed);
    if (meant.isPresent()) {
      problems.add(
          "%s%s: unknown setting. Did you mean %s%s?".formatted(prefix, name, prefix, meant.get()));
    } else if (name.startsWith(Catalogue.REFERENCE)) {
      problems.add(
          "%s%s: unknown setting; allowed: %s"
              .formatted(
                  prefix,
                  name,
                  allowed.stream()
                      .filter(known -> known.startsWith(Catalogue.REFERENCE))
                      .collect(Collectors.joining(", "))));
    }
  }

  void throwIfAnyProblem() {
    if (!problems.isEmpty()) {
      throw new InvalidInputException(problems);
    }
  }
}

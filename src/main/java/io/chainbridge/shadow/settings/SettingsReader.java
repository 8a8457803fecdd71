package io.chainbridge.shadow.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Looks settings up and collects what is wrong with them. Not thread-safe. */
final class SettingsReader {
  private final Map<String, String> properties;
  private final Map<String, String> environment;
  private final List<String> problems = new ArrayList<>();
  private final List<ResolvedSetting> resolved = new ArrayList<>();

  /** As the user wrote their names. */
  private final List<String> given = new ArrayList<>();

  SettingsReader(Map<String, String> properties, Map<String, String> environment) {
    this.properties = properties;
    this.environment = environment;
  }

  <T> T get(Setting<T> setting, T fallback) {
    return find(setting).orElse(fallback);
  }

  /** Empty when it is not set, or set to something that is now among the problems. */
  <T> Optional<T> find(Setting<T> setting) {
    @Nullable String property = properties.get(setting.property());
    if (property != null) {
      resolved.add(new ResolvedSetting(setting.property(), property, "property"));
      return parse(setting, "-D" + setting.property(), property);
    }
    @Nullable String variable = environment.get(setting.environment());
    if (variable != null && !variable.isBlank()) {
      resolved.add(new ResolvedSetting(setting.property(), variable, "environment"));
      return parse(setting, setting.environment(), variable);
    }
    resolved.add(new ResolvedSetting(setting.property(), setting.fallback(), "default"));
    return Optional.empty();
  }

  /** Every setting looked up so far, in that order. */
  List<ResolvedSetting> resolved() {
    return resolved;
  }

  private <T> Optional<T> parse(Setting<T> setting, String name, String text) {
    given.add(name);
    Optional<T> value = setting.kind().parse(text);
    if (value.isEmpty()) {
      problems.add(setting.refuse(name, text));
    }
    return value;
  }

  /** Settings of the embedded service, given together with another target, would do nothing. */
  void refuseReferenceSettings() {
    for (String name : given) {
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

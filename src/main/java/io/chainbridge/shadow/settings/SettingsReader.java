package io.chainbridge.shadow.settings;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Looks settings up and collects what is wrong with them. Not thread-safe. */
final class SettingsReader {
  private final Shape shape;
  private final Map<String, String> properties;
  private final Map<String, String> environment;
  private final List<String> problems = new ArrayList<>();
  private final Map<Setting<?>, ResolvedSetting> resolved = new HashMap<>();
  private final Set<Setting<?>> unreadable = new HashSet<>();

  SettingsReader(Shape shape, Map<String, String> properties, Map<String, String> environment) {
    this.shape = shape;
    this.properties = properties;
    this.environment = environment;
  }

  /** What is set, or what holds otherwise for the load shape, which must know the setting. */
  <T> T get(Setting<T> setting) {
    return find(setting)
        .or(() -> setting.fallback().in(shape).flatMap(setting.kind()::parse))
        .orElseThrow();
  }

  /**
   * Empty when it is not set, set to something that is now among the problems, or of other load
   * shapes only.
   */
  <T> Optional<T> find(Setting<T> setting) {
    if (!knows(setting)) {
      return Optional.empty();
    }
    if (setting.environmentOnly()
        && properties.containsKey(setting.property())
        && unreadable.add(setting)) {
      problems.add(setting.refuseProperty());
    }
    String text = text(setting);
    Optional<String> name = name(setting);
    String origin =
        name.isEmpty() ? "default" : name.get().startsWith("-D") ? "property" : "environment";
    boolean secret = setting.kind().secrecy() != Secrecy.OPEN && name.isPresent();
    resolved.put(
        setting, new ResolvedSetting(setting.property(), secret ? Secret.SHOWN : text, origin));
    if (name.isEmpty()) {
      return Optional.empty();
    }
    Optional<T> value = setting.kind().parse(text);
    if (value.isEmpty() && unreadable.add(setting)) {
      problems.add(setting.refuse(name.get(), text));
    }
    return value;
  }

  /** Whether the setting makes sense for the load shape. */
  boolean knows(Setting<?> setting) {
    return setting.fallback().in(shape).isPresent();
  }

  boolean isGiven(Setting<?> setting) {
    return name(setting).isPresent();
  }

  /** Its text: the user's, or what holds otherwise. */
  String text(Setting<?> setting) {
    @Nullable String property =
        setting.environmentOnly() ? null : properties.get(setting.property());
    @Nullable String variable = environment.get(setting.environment());
    return property != null
        ? property
        : variable != null && !variable.isBlank()
            ? variable
            : setting.fallback().in(shape).orElse("");
  }

  /** As the user wrote its name; empty if it is not set. */
  private Optional<String> name(Setting<?> setting) {
    if (!setting.environmentOnly() && properties.containsKey(setting.property())) {
      return Optional.of("-D" + setting.property());
    }
    @Nullable String variable = environment.get(setting.environment());
    return variable == null || variable.isBlank()
        ? Optional.empty()
        : Optional.of(setting.environment());
  }

  /**
   * Refuses two values that do not go together, by the name of the one that the user set; not if
   * one of them is refused already.
   *
   * @param relation what the first must be to the other, such as "above"
   * @param inverse what the other must be to the first
   */
  void refuseOrder(Setting<?> one, String relation, Setting<?> other, String inverse) {
    if (unreadable.contains(one) || unreadable.contains(other)) {
      return;
    }
    problems.add(isGiven(one) ? disorder(one, relation, other) : disorder(other, inverse, one));
  }

  private String disorder(Setting<?> given, String relation, Setting<?> other) {
    return "%s=%s: must be %s %s, which is %s"
        .formatted(name(given).orElseThrow(), text(given), relation, other.property(), text(other));
  }

  /** Refuses what is set, or what holds otherwise. */
  void refuse(Setting<?> setting, String problem) {
    problems.add(
        "%s=%s: %s"
            .formatted(name(setting).orElse("-D" + setting.property()), text(setting), problem));
  }

  /** Refuses what is set elsewhere than in a setting. */
  void refuse(String problem) {
    problems.add(problem);
  }

  /** Refuses two that are both set. */
  void refuseTogether(Setting<?> one, Setting<?> other, String reason) {
    if (isGiven(one) && isGiven(other) && knows(one) && knows(other)) {
      problems.add(
          "%s and %s contradict each other: %s; leave out one of the two"
              .formatted(name(one).orElseThrow(), name(other).orElseThrow(), reason));
    }
  }

  /** Refuses what makes sense only beside another setting that is not set. */
  void refuseWithout(Setting<?> setting, Setting<?> needed) {
    if (isGiven(setting) && !isGiven(needed)) {
      problems.add(
          "%s: needs %s, which is not set; for example -D%s=%s"
              .formatted(
                  name(setting).orElseThrow(),
                  needed.property(),
                  needed.property(),
                  needed.example()));
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
                  PaceSettings.ALL.stream()
                      .filter(this::knows)
                      .map(Setting::property)
                      .collect(Collectors.joining(", "))));
    }
  }

  /** Every setting looked up so far, in the order of the catalogue. */
  List<ResolvedSetting> resolved() {
    return Catalogue.ALL.stream().map(resolved::get).filter(Objects::nonNull).toList();
  }

  /** Settings of the embedded service, given together with another target, would do nothing. */
  void refuseReferenceSettings() {
    Catalogue.ALL.stream()
        .filter(setting -> setting.property().startsWith(Catalogue.REFERENCE))
        .flatMap(setting -> name(setting).stream())
        .map(
            "%s: is for the embedded reference service, but a base URL names another target; leave out one of the two"
                ::formatted)
        .forEach(problems::add);
  }

  /**
   * A misspelt setting would be ignored in silence, and the gate would check something else.
   *
   * @param budgets the budget file, whose headers may name variables of their own
   */
  void refuseUnknown(Path budgets) {
    problems.addAll(new UnknownNames(shape, budgets).problems(properties, environment));
  }

  void throwIfAnyProblem() {
    if (!problems.isEmpty()) {
      throw new InvalidInputException(problems);
    }
  }
}

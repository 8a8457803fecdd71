package io.chainbridge.shadow.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Names that are no setting but were probably meant as one. System properties belong to everybody,
 * so that only those are refused that are nearly a setting, or another common name of one. The
 * environment variables that begin with {@value Setting#PREFIX} are ours: those that are no setting
 * are refused, unless the budget file names them, or Kubernetes sets them, as it does in every
 * container beside a service whose name begins with "shadow".
 */
final class UnknownNames {
  private static final Pattern KUBERNETES =
      Pattern.compile("SHADOW_(\\w+_)?(SERVICE_HOST|SERVICE_PORT(_\\w+)?|PORT(_\\d+_\\w+)?)");

  /** Read by the POM. */
  private static final String SIMULATION = "simulation";

  private final Shape shape;
  private final Path budgets;

  UnknownNames(Shape shape, Path budgets) {
    this.shape = shape;
    this.budgets = budgets;
  }

  List<String> problems(Map<String, String> properties, Map<String, String> environment) {
    List<String> problems = new ArrayList<>();
    List<String> names = Catalogue.ALL.stream().map(Setting::property).toList();
    properties.keySet().stream()
        .filter(name -> !names.contains(name))
        .sorted()
        .flatMap(name -> property(name, names).stream())
        .forEach(problems::add);
    List<String> variables = Catalogue.ALL.stream().map(Setting::environment).toList();
    String budgetFile = text(budgets);
    environment.keySet().stream()
        .filter(name -> name.startsWith(Setting.PREFIX) && !variables.contains(name))
        .filter(name -> !environment.getOrDefault(name, "").isBlank())
        .filter(name -> !budgetFile.contains("${" + name + "}"))
        .filter(name -> !KUBERNETES.matcher(name).matches())
        .sorted()
        .map(name -> variable(name, variables))
        .forEach(problems::add);
    return problems;
  }

  private static Optional<String> property(String name, List<String> names) {
    return Synonyms.of(name)
        .or(() -> Suggestion.close(name, names).map(UnknownNames::setting))
        .map(Setting::name)
        .or(
            () ->
                Suggestion.close(name, List.of(SIMULATION))
                    .filter(meant -> !meant.equals(name))
                    .map("-D"::concat))
        .map(meant -> "-D%s: unknown setting. Did you mean %s?".formatted(name, meant))
        .or(
            () ->
                Stream.of(Catalogue.REFERENCE, NoticeReader.PREFIX)
                    .filter(name::startsWith)
                    .findFirst()
                    .map(
                        prefix ->
                            "-D%s: unknown setting; allowed: %s".formatted(name, allowed(prefix))));
  }

  private static Setting<?> setting(String property) {
    return Catalogue.ALL.stream()
        .filter(setting -> setting.property().equals(property))
        .findFirst()
        .orElseThrow();
  }

  private static String allowed(String prefix) {
    return Catalogue.ALL.stream()
        .filter(setting -> setting.property().startsWith(prefix))
        .map(setting -> setting.environmentOnly() ? setting.environment() : setting.property())
        .collect(Collectors.joining(", "));
  }

  private String variable(String name, List<String> variables) {
    return Synonyms.of(name.substring(Setting.PREFIX.length()))
        .map(Setting::environment)
        .or(() -> Suggestion.of(name, variables))
        .map(meant -> "%s: unknown setting. Did you mean %s?".formatted(name, meant))
        .orElseGet(
            () ->
                "%s: unknown setting, and no header of %s names it; %s knows %s"
                    .formatted(name, budgets, shape, known()));
  }

  private String known() {
    return Catalogue.ALL.stream()
        .filter(setting -> setting.fallback().in(shape).isPresent())
        .map(Setting::environment)
        .collect(Collectors.joining(", "));
  }

  /** Empty if it cannot be read, which whoever reads it complains about. */
  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      return "";
    }
  }
}

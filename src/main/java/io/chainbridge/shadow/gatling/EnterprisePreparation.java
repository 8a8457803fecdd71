package io.chainbridge.shadow.gatling;

import io.chainbridge.shadow.budget.BudgetsDigest;
import io.chainbridge.shadow.service.Targets;
import io.chainbridge.shadow.settings.InvalidInputException;
import io.chainbridge.shadow.settings.ResolvedSetting;
import io.chainbridge.shadow.settings.Settings;
import io.chainbridge.shadow.settings.Shape;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What comes before a run on Gatling Enterprise: settings that can be kept there, and a gate whose
 * files come from the package where there are none on disk.
 */
final class EnterprisePreparation {
  private static final String BUDGETS = "budgets";

  /** Those whose question is that of the budgets, for the whole of their run. */
  private static final Set<Shape> SHAPES =
      EnumSet.of(Shape.PROBE, Shape.LOAD, Shape.STRESS, Shape.SPIKE, Shape.SOAK);

  /** What is for those alone who judge by more than assertions, write files or start processes. */
  private static final Set<String> OF_NO_USE =
      Set.of(
          "serviceCommand",
          "baselineCommand",
          "confidence",
          "maxIterations",
          "stopEarly",
          "progress",
          "noiseFloor",
          "gatlingReport",
          "output",
          "pushgateway",
          "shard",
          "region",
          "startAt");

  private static final List<String> OF_NO_USE_EITHER = List.of("live.", "history", "notice.");

  /** What needs no figures while it lasts, no calibration, and Gatling's assertions. */
  private static final Map<String, String> HELD_THERE =
      Map.of(
          "stopEarly",
          "false",
          "progress",
          "false",
          "noiseFloor",
          "false",
          "gatlingReport",
          "true");

  private final EnterprisePackage files;
  private final Map<String, String> properties;
  private final Map<String, String> environment;

  EnterprisePreparation(
      EnterprisePackage files, Map<String, String> properties, Map<String, String> environment) {
    this.files = files;
    this.properties = properties;
    this.environment = environment;
  }

  /**
   * Reads settings and gate.
   *
   * @throws InvalidInputException if something in them makes no sense, or not there
   */
  Run run(String simulation, Shape shape) {
    return files.withBudgets(folder -> run(simulation, shape, folder));
  }

  private Run run(String simulation, Shape shape, Path folder) {
    Map<String, String> given = new HashMap<>(properties);
    Path budgets = Path.of(wantedBudgets());
    if (!Files.exists(budgets) && Files.exists(folder.resolve(budgets))) {
      given.put(BUDGETS, folder.resolve(budgets).toString());
    }
    refuse(Settings.read(shape, given, environment));
    given.putAll(HELD_THERE);
    Settings settings = Settings.read(shape, given, environment);
    return new Run(
        simulation,
        settings,
        Preparation.gate(settings, environment),
        BudgetsDigest.of(settings.budgets(), settings.limits()),
        Targets.of(settings),
        Host.GATLING_ENTERPRISE);
  }

  private String wantedBudgets() {
    String variable = environment.getOrDefault("SHADOW_BUDGETS", "");
    return properties.getOrDefault(
        BUDGETS, variable.isBlank() ? BUDGETS + "/shadow.json" : variable);
  }

  private static void refuse(Settings settings) {
    List<String> problems = new ArrayList<>();
    if (settings.baseUrl().isEmpty()) {
      problems.add(
          "SHADOW_BASE_URL is not set: on Gatling Enterprise there is no embedded reference service; for example SHADOW_BASE_URL=https://service.example");
    }
    if (!SHAPES.contains(settings.shape())) {
      problems.add(
          "%s does not run on Gatling Enterprise, whose assertions cannot say what it finds; allowed: %s"
              .formatted(
                  settings.shape(),
                  SHAPES.stream().map(Shape::toString).collect(Collectors.joining(", "))));
    }
    settings.resolved().stream()
        .filter(setting -> !setting.origin().equals("default"))
        .map(ResolvedSetting::name)
        .filter(EnterprisePreparation::isOfNoUse)
        .map(
            "%s: has no effect on Gatling Enterprise, where assertions are the verdict and a run writes and starts nothing; leave it out"
                ::formatted)
        .forEach(problems::add);
    if (!problems.isEmpty()) {
      throw new InvalidInputException(problems);
    }
  }

  private static boolean isOfNoUse(String name) {
    return OF_NO_USE.contains(name) || OF_NO_USE_EITHER.stream().anyMatch(name::startsWith);
  }
}

package io.chainbridge.shadow.gatling;

import io.chainbridge.shadow.budget.BudgetFile;
import io.chainbridge.shadow.budget.BudgetsDigest;
import io.chainbridge.shadow.budget.Gate;
import io.chainbridge.shadow.budget.ShapeLimits;
import io.chainbridge.shadow.reference.ReferenceException;
import io.chainbridge.shadow.service.Targets;
import io.chainbridge.shadow.settings.Durations;
import io.chainbridge.shadow.settings.InvalidInputException;
import io.chainbridge.shadow.settings.Pace;
import io.chainbridge.shadow.settings.Settings;
import io.chainbridge.shadow.settings.Shape;
import io.chainbridge.shadow.settings.Suggestion;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** What comes before a run: its settings and its gate, read and found to make sense together. */
final class Preparation {
  private Preparation() {}

  /**
   * Reads settings and gate while the reference service boots, and takes over the end of this
   * process. Ends the process instead if something in them makes no sense. On Gatling Enterprise
   * there is no such service, the process is left alone, and what makes no sense is thrown.
   *
   * @throws InvalidInputException on Gatling Enterprise only
   */
  static Run of(String simulation, Shape shape) {
    Optional<EnterprisePackage> enterprise = EnterprisePackage.running();
    return enterprise.isPresent()
        ? new EnterprisePreparation(enterprise.get(), ForkedProperties.read(), System.getenv())
            .run(simulation, shape)
        : inItsOwnProcess(simulation, shape);
  }

  private static Run inItsOwnProcess(String simulation, Shape shape) {
    try {
      Settings settings = Settings.read(shape, ForkedProperties.read(), System.getenv());
      Connections.refuseMore(
          settings.share().part().share(settings.pace().users()), shape == Shape.COMPARE ? 2 : 1);
      Targets targets = Targets.of(settings);
      Run run =
          new Run(
              simulation,
              settings,
              gate(settings, System.getenv()),
              BudgetsDigest.of(settings.budgets(), settings.limits()),
              targets,
              Host.ITS_OWN);
      Runtime.getRuntime().addShutdownHook(new Thread(new Conclusion(run)::conclude, "conclusion"));
      endWithParent();
      return run;
    } catch (InvalidInputException e) {
      e.problems().forEach(System.err::println);
      throw giveUp(e);
    } catch (ReferenceException e) {
      System.err.println("the embedded reference service did not start: " + e.getMessage());
      throw giveUp(e);
    }
  }

  /**
   * The gate that settings name.
   *
   * @throws InvalidInputException if it makes no sense, by itself or beside the settings
   */
  static Gate gate(Settings settings, Map<String, String> environment) {
    Gate read = BudgetFile.read(settings.budgets(), settings.limits(), environment);
    Gate gate = share(settings, settings.shape() == Shape.COMPARE ? read.withoutLatencies() : read);
    refuseContradictions(settings, gate);
    return gate;
  }

  /** What this process is to ask, and what must be kept where it is. */
  private static Gate share(Settings settings, Gate gate) {
    settings.share().region().ifPresent(region -> refuseUnknown(region, settings, gate));
    try {
      return settings.share().region().map(gate::in).orElse(gate).of(settings.share().part());
    } catch (IllegalArgumentException e) {
      throw new InvalidInputException(
          "-Dshard=%s: %s; use fewer shards".formatted(settings.share().part(), e.getMessage()));
    }
  }

  private static void refuseUnknown(String region, Settings settings, Gate gate) {
    if (!gate.regions().isEmpty() && !gate.regions().containsKey(region)) {
      throw new InvalidInputException(
          "-Dregion=%s: %s has the regions %s; choose one of them, or add it there%s"
              .formatted(
                  region,
                  settings.budgets(),
                  String.join(", ", gate.regions().keySet()),
                  Suggestion.of(region, gate.regions().keySet())
                      .map(". Did you mean -Dregion=%s?"::formatted)
                      .orElse("")));
    }
  }

  /** What a load shape is judged by must be within its reach. */
  private static void refuseContradictions(Settings settings, Gate gate) {
    if (settings.pace() instanceof Pace.Peak peak) {
      Duration recovery = gate.shapes().maxRecovery().orElse(Duration.ZERO);
      if (!recovery.isZero()
          && recovery.plus(ShapeLimits.TO_SEE_RECOVERY).compareTo(peak.afterPeak()) > 0) {
        throw new InvalidInputException(
            "-DafterPeak=%s: must be %s longer at least than max_recovery_s of %s, which is %s; for example -DafterPeak=%s"
                .formatted(
                    Durations.text(peak.afterPeak()),
                    Durations.text(ShapeLimits.TO_SEE_RECOVERY),
                    settings.budgets(),
                    Durations.text(recovery),
                    Durations.text(recovery.plusSeconds(30))));
      }
    }
    if (settings.shape() == Shape.CHAOS) {
      FaultContradictions.refuse(settings, gate);
    }
    if (settings.pace() instanceof Pace.Search search
        && search.maxRate() < gate.shapes().minCapacityRps().orElse(0)) {
      throw new InvalidInputException(
          "-DmaxRate=%s: must be min_capacity_rps of %s or more, which is %s; for example -DmaxRate=%s"
              .formatted(
                  search.maxRate(),
                  settings.budgets(),
                  gate.shapes().minCapacityRps().getAsDouble(),
                  2 * gate.shapes().minCapacityRps().getAsDouble()));
    }
  }

  /** Without Maven, whose user or CI server has stopped it, nobody waits for the verdict. */
  private static void endWithParent() {
    Optional<ProcessHandle> parent = ProcessHandle.current().parent();
    if (parent.isPresent()) {
      CompletableFuture<Void> unused = parent.get().onExit().thenAccept(Preparation::exit);
    }
  }

  private static void exit(ProcessHandle ended) {
    System.exit(Conclusion.COULD_NOT_RUN);
  }

  /** Ends the process without Gatling's stack trace; {@code -Ddebug} shows it. */
  private static RuntimeException giveUp(RuntimeException failure) {
    if (System.getProperty("debug") != null) {
      failure.printStackTrace();
    }
    System.exit(Conclusion.COULD_NOT_RUN);
    return failure;
  }
}

package io.chainbridge.shadow.gatling;

import io.chainbridge.shadow.budget.Fault;
import io.chainbridge.shadow.budget.FaultKind;
import io.chainbridge.shadow.budget.Gate;
import io.chainbridge.shadow.fault.ToxiproxyProxies;
import io.chainbridge.shadow.settings.Durations;
import io.chainbridge.shadow.settings.InvalidInputException;
import io.chainbridge.shadow.settings.Pace;
import io.chainbridge.shadow.settings.Settings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Where the faults of a budget file do not go together with the settings. */
final class FaultContradictions {
  private final Settings settings;
  private final List<String> problems = new ArrayList<>();

  private FaultContradictions(Settings settings) {
    this.settings = settings;
  }

  /**
   * Refuses them.
   *
   * @throws InvalidInputException with all of them
   */
  static void refuse(Settings settings, Gate gate) {
    new FaultContradictions(settings).refuse(gate);
  }

  private void refuse(Gate gate) {
    if (gate.faults().isEmpty()) {
      problems.add(
          "%s: has no faults, and Chaos is about them; add for example \"faults\": [{ \"kind\": \"latency\", \"latency\": \"200ms\", \"from\": \"10s\", \"until\": \"20s\" }]"
              .formatted(settings.budgets()));
    }
    for (Fault fault : gate.faults()) {
      refuseOutside(fault);
      refuseWithoutDatabase(fault);
      refuseWithToxiproxy(fault);
    }
    if (!problems.isEmpty()) {
      throw new InvalidInputException(problems);
    }
  }

  private void refuseOutside(Fault fault) {
    Duration duration = ((Pace.Constant) settings.pace()).duration();
    Duration needed = fault.maxRecovery().isPresent() ? fault.over() : fault.until();
    if (needed.compareTo(duration) > 0) {
      problems.add(
          "-Dduration=%s: must be %s or more for the fault %s of %s, which lasts until %s%s; for example -Dduration=%s"
              .formatted(
                  Durations.text(duration),
                  Durations.text(needed),
                  fault.name(),
                  settings.budgets(),
                  Durations.text(fault.until()),
                  fault
                      .maxRecovery()
                      .map(
                          limit ->
                              " and has a max_recovery_s of %s, which takes 5s to see"
                                  .formatted(Durations.text(limit)))
                      .orElse(""),
                  Durations.text(needed.plusSeconds(10))));
    }
  }

  private void refuseWithoutDatabase(Fault fault) {
    if (fault.kind() == FaultKind.DATABASE_LATENCY && settings.baseUrl().isPresent()) {
      problems.add(
          "%s: the fault %s is of the kind %s, which only the embedded reference service knows; leave out the base URL, or take latency in its place"
              .formatted(settings.budgets(), fault.name(), fault.kind().key()));
    }
  }

  private void refuseWithToxiproxy(Fault fault) {
    if (settings.toxiproxy().isPresent() && !ToxiproxyProxies.can(fault)) {
      problems.add(
          fault.kind() == FaultKind.ERROR
              ? "%s: the fault %s is of the kind error, and Toxiproxy knows no HTTP; leave out -Dtoxiproxy, or take reset in its place"
                  .formatted(settings.budgets(), fault.name())
              : "%s: the fault %s has the distribution log-normal, and Toxiproxy knows only fixed and uniform; leave out -Dtoxiproxy, or take uniform in its place"
                  .formatted(settings.budgets(), fault.name()));
    }
  }
}

package io.chainbridge.shadow.verdict;

import io.chainbridge.shadow.budget.Gate;
import io.chainbridge.shadow.budget.OnInconclusive;
import io.chainbridge.shadow.record.RunRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Whether a run passes its gate: the one authority on it. Immutable.
 *
 * @param status in one word
 * @param reason in a sentence where the outcomes do not say it; else empty
 * @param outcomes what decides: each limit of each endpoint, in the gate's order; of a run whose
 *     rate changes those of each phase, and what its load shape has limits of its own for
 * @param findings what a load shape is run for to find out, whether or not there is a limit for it
 * @param onInconclusive whether an inconclusive run passes
 */
public record Verdict(
    Status status,
    String reason,
    List<Outcome> outcomes,
    List<Finding> findings,
    OnInconclusive onInconclusive) {

  /** What a verdict can be. */
  public enum Status {
    /** Every limit is met. */
    PASSED,
    /** A limit is breached. */
    BREACHED,
    /** No limit is breached, but some are proven neither met nor breached, as they were to be. */
    INCONCLUSIVE,
    /** The injector could not make the load, so that the figures are about it. */
    INVALID,
    /** No limit is breached, but for some there is nothing to judge. */
    NO_DATA,
    /** The run broke off, or part of it is lost. */
    INCOMPLETE,
    /** Someone stopped the run. */
    INTERRUPTED;

    /** Its name in results. */
    public String key() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public Verdict {
    outcomes = List.copyOf(outcomes);
    findings = List.copyOf(findings);
  }

  /**
   * Judges a run. A run that was stopped or broke off is not judged as a whole, though its outcomes
   * are shown; of the others a breach weighs most, then a lack of data, then a lack of proof. Where
   * the injector could not keep up, none of them is the service's.
   */
  public static Verdict of(RunRecord record, Gate gate) {
    return record.regions().isEmpty()
        ? judge(record, record.shares().region().map(gate::in).orElse(gate), gate)
        : judge(record, gate.everywhere(), gate);
  }

  /**
   * @param gate what all of the record must keep
   * @param whole the gate of all regions
   */
  private static Verdict judge(RunRecord record, Gate gate, Gate whole) {
    List<Outcome> outcomes = new ArrayList<>();
    List<Finding> findings = new ArrayList<>();
    switch (record.load().shape()) {
      case PROBE, LOAD -> outcomes.addAll(Judge.outcomes(record, gate));
      case SOAK -> {
        outcomes.addAll(Judge.outcomes(record, gate));
        SoakJudge.judge(record, gate, outcomes, findings);
      }
      case STRESS -> StressJudge.judge(record, gate, outcomes, findings);
      case SPIKE -> SpikeJudge.judge(record, gate, outcomes, findings);
      case CAPACITY -> CapacityJudge.judge(record, gate, outcomes, findings);
      case CHAOS -> ChaosJudge.judge(record, gate, outcomes, findings);
      case COMPARE -> CompareJudge.judge(record, gate, outcomes, findings);
    }
    record
        .regions()
        .forEach(
            region -> outcomes.addAll(Judge.outcomes(region, record, whole.in(region.name()))));
    Optional<String> missing = MissingShares.of(record.shares());
    Optional<String> invalid = injectorsFault(record, outcomes);
    return new Verdict(
        missing.isPresent() && record.ending().inOrder()
            ? Status.INCOMPLETE
            : status(record, outcomes, invalid.isPresent()),
        record.ending().inOrder()
            ? missing.or(() -> invalid).orElse(record.ending().reason())
            : record.ending().reason(),
        outcomes,
        findings,
        gate.onInconclusive());
  }

  /** Why the figures are the injector's and not the service's; empty if they are the service's. */
  private static Optional<String> injectorsFault(RunRecord record, List<Outcome> outcomes) {
    Optional<String> late = InjectorFault.arrivals(record);
    boolean breached = outcomes.stream().anyMatch(o -> o.result() == Outcome.Result.BREACHED);
    return late.isPresent() || !breached ? late : InjectorFault.processor(record);
  }

  private static Status status(RunRecord record, List<Outcome> outcomes, boolean invalid) {
    return switch (record.ending().kind()) {
      case INTERRUPTED -> Status.INTERRUPTED;
      case INCOMPLETE -> Status.INCOMPLETE;
      case UNREACHABLE -> Status.NO_DATA;
      case COMPLETE, DECIDED -> invalid ? Status.INVALID : status(outcomes);
    };
  }

  private static Status status(List<Outcome> outcomes) {
    if (outcomes.stream().anyMatch(o -> o.result() == Outcome.Result.BREACHED)) {
      return Status.BREACHED;
    }
    if (outcomes.isEmpty()
        || outcomes.stream().anyMatch(o -> o.result() == Outcome.Result.NO_DATA)) {
      return Status.NO_DATA;
    }
    return outcomes.stream().allMatch(Outcome::passed) ? Status.PASSED : Status.INCONCLUSIVE;
  }

  /**
   * The outcomes of one phase, those of a search's tries included, which decide nothing by
   * themselves.
   *
   * @param phase its name; empty for the outcomes that are about the whole run
   */
  public List<Outcome> outcomesOf(String phase) {
    return outcomesAndTries().stream().filter(outcome -> outcome.phase().equals(phase)).toList();
  }

  /** What decides, and then the outcomes of a search's tries. */
  public List<Outcome> outcomesAndTries() {
    Stream<Outcome> tries =
        findings.stream()
            .filter(Finding.Capacity.class::isInstance)
            .flatMap(finding -> ((Finding.Capacity) finding).tried().stream());
    return Stream.concat(outcomes.stream(), tries).toList();
  }

  /** Whether the gate is open. */
  public boolean passed() {
    return status == Status.PASSED
        || (status == Status.INCONCLUSIVE && onInconclusive != OnInconclusive.FAIL);
  }

  /** Whether the gate is open, and nobody should be content with that. */
  public boolean warns() {
    return status == Status.INCONCLUSIVE && onInconclusive == OnInconclusive.WARN;
  }
}

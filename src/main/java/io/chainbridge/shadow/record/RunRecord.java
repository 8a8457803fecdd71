package io.chainbridge.shadow.record;

import io.chainbridge.shadow.settings.ResolvedSetting;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One run as measured: what every verdict and report is made from. Immutable.
 *
 * @param runId unique, and sorts by time
 * @param simulation load shape, such as {@code Probe}
 * @param gate name of the gate
 * @param target base URL
 * @param embedded whether the target was the embedded reference service
 * @param commit of the sources that were tested, where it is known
 * @param branch that was tested, where it is known; records of older runs do not have it
 * @param startedAt when the first measured request began
 * @param duration from then until the last answer
 * @param budgetsDigest of the budget file and those that it names, with what overrides its limits;
 *     records of older runs do not have it
 * @param load what was asked for, of all shards together
 * @param shares whose load this is, where several processes made it
 * @param settings as they held, each with where it came from
 * @param environment of the injector, such as the Java version
 * @param injector how the injector fared; empty where nothing was measured
 * @param live what became of the figures that were streamed while it lasted; empty if none were
 * @param arrivals how an open model's arrivals came about; empty for a closed one
 * @param ending how it ended
 * @param timeline how it went over time
 * @param phases of an open model whose rate changes, in order; else none
 * @param endpoints over the whole run, in the gate's order
 * @param regions the same from each region, where records of regions are merged
 * @param baseline what the target was compared with; empty unless it was
 * @param faults what was made to go wrong; empty where nothing was to
 */
public record RunRecord(
    String runId,
    String simulation,
    String gate,
    String target,
    boolean embedded,
    Optional<String> commit,
    Optional<String> branch,
    Instant startedAt,
    Duration duration,
    Optional<String> budgetsDigest,
    Load load,
    Shares shares,
    List<ResolvedSetting> settings,
    Map<String, String> environment,
    Optional<InjectorHealth> injector,
    Optional<LiveMetrics> live,
    Optional<ArrivalCount> arrivals,
    Ending ending,
    Timeline timeline,
    List<Phase> phases,
    List<EndpointRecord> endpoints,
    List<RegionRecord> regions,
    Optional<Baseline> baseline,
    Optional<FaultInjection> faults) {

  public RunRecord {
    settings = List.copyOf(settings);
    environment = Map.copyOf(environment);
    phases = List.copyOf(phases);
    endpoints = List.copyOf(endpoints);
    regions = List.copyOf(regions);
  }

  /** What was measured in a phase or from a region of that name; over the whole run else. */
  public List<EndpointRecord> endpoints(String part) {
    return phases.stream()
        .filter(phase -> phase.name().equals(part))
        .map(Phase::endpoints)
        .findFirst()
        .or(
            () ->
                regions.stream()
                    .filter(region -> region.name().equals(part))
                    .map(RegionRecord::endpoints)
                    .findFirst())
        .orElse(endpoints);
  }

  /** The same, with the id under which it is kept. */
  public RunRecord withRunId(String runId) {
    return with(runId, branch, shares.withRunId(runId), ending);
  }

  /** The same, of another branch, or of none that is known. */
  public RunRecord withBranch(Optional<String> branch) {
    return with(runId, branch, shares, ending);
  }

  /** The same, ended otherwise. */
  public RunRecord withEnding(Ending ending) {
    return with(runId, branch, shares, ending);
  }

  private RunRecord with(
      String newRunId, Optional<String> newBranch, Shares newShares, Ending newEnding) {
    return new RunRecord(
        newRunId,
        simulation,
        gate,
        target,
        embedded,
        commit,
        newBranch,
        startedAt,
        duration,
        budgetsDigest,
        load,
        newShares,
        settings,
        environment,
        injector,
        live,
        arrivals,
        newEnding,
        timeline,
        phases,
        endpoints,
        regions,
        baseline,
        faults);
  }
}

package io.chainbridge.shadow.record;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * One run as measured: what every verdict and report is made from. Immutable.
 *
 * @param runId unique, and sorts by time
 * @param simulation load shape, such as {@code Probe}
 * @param gate name of the gate
 * @param target base URL
 * @param embedded whether the target was the embedded reference service
 * @param startedAt when the first measured request began
 * @param duration from then until the last answer
 * @param load what was asked for
 * @param environment of the injector, such as the Java version
 * @param ending how it ended
 * @param endpoints in the gate's order
 */
public record RunRecord(
    String runId,
    String simulation,
    String gate,
    String target,
    boolean embedded,
    Instant startedAt,
    Duration duration,
    Load load,
    Map<String, String> environment,
    Ending ending,
    List<EndpointRecord> endpoints) {

  public RunRecord {
    environment = Map.copyOf(environment);
    endpoints = List.copyOf(endpoints);
  }

  /** The same, with the id under which it is kept. */
  public RunRecord withRunId(String runId) {
    return new RunRecord(
        runId,
        simulation,
        gate,
        target,
        embedded,
        startedAt,
        duration,
        load,
        environment,
        ending,
        endpoints);
  }

  /** The same, ended otherwise. */
  public RunRecord withEnding(Ending ending) {
    return new RunRecord(
        runId,
        simulation,
        gate,
        target,
        embedded,
        startedAt,
        duration,
        load,
        environment,
        ending,
        endpoints);
  }
}

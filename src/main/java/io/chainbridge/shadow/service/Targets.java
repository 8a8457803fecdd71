package io.chainbridge.shadow.service;

import io.chainbridge.shadow.budget.Gate;
import io.chainbridge.shadow.reference.ReferenceException;
import io.chainbridge.shadow.settings.Settings;
import io.chainbridge.shadow.settings.Shape;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a run asks: the service that it measures, and in a comparison another one. Safe for use by
 * many threads.
 *
 * @param candidate the service that is judged
 * @param baseline what it is compared with
 */
public record Targets(MeasuredService candidate, Optional<MeasuredService> baseline)
    implements AutoCloseable {

  /**
   * Those that the settings name. Returns at once, while embedded ones boot; the caller closes
   * them.
   *
   * @throws ReferenceException if an embedded one cannot be started
   */
  public static Targets of(Settings settings) {
    MeasuredService candidate = MeasuredService.of(settings);
    return new Targets(
        candidate,
        settings.shape() == Shape.COMPARE
            ? Optional.of(MeasuredService.baseline(settings))
            : Optional.empty());
  }

  /** Waits until all answer. Parameter and result as of {@link MeasuredService#await}. */
  public Optional<String> await(Gate gate) {
    return candidate.await(gate).or(() -> baseline.flatMap(service -> service.await(gate)));
  }

  /** What commands' services have written, by the name it is to have. */
  public Map<String, Path> logs() {
    Map<String, Path> logs = new LinkedHashMap<>();
    candidate.log().ifPresent(log -> logs.put("service.log", log));
    baseline.flatMap(MeasuredService::log).ifPresent(log -> logs.put("baseline.log", log));
    return logs;
  }

  /** Ends those that this run started. May be repeated. */
  @Override
  public void close() {
    candidate.close();
    baseline.ifPresent(MeasuredService::close);
  }
}

package io.chainbridge.shadow.record;

import java.util.List;
import java.util.Optional;

/**
 * What was made to go wrong in a run. Immutable.
 *
 * @param proxy what the way there costs by itself; empty if that could not be measured
 * @param windows in order of time; none that had not begun when the run ended
 */
public record FaultInjection(Optional<ProxyCost> proxy, List<FaultWindow> windows) {
  public FaultInjection {
    windows = List.copyOf(windows);
  }
}

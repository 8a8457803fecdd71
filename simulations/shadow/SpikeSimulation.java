package shadow;

import static io.chainbridge.shadow.load.Stages.peaking;

import io.chainbridge.shadow.gatling.GateSimulation;
import io.chainbridge.shadow.settings.Pace;
import io.chainbridge.shadow.settings.Shape;

/**
 * Does the service survive a sudden peak, and how soon has it recovered? A base rate, many times as
 * many arrivals from one second to the next, and the base rate again.
 */
public final class SpikeSimulation extends GateSimulation {
  /** As Gatling constructs it. */
  public SpikeSimulation() {
    super(Shape.SPIKE);
    Pace.Peak pace = pace(Pace.Peak.class);
    arrivals(
        peaking(
            pace.rate(),
            pace.peakRate(),
            pace.beforePeak(),
            pace.peakDuration(),
            pace.afterPeak(),
            maxRecovery()));
  }
}

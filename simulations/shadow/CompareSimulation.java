package shadow;

import io.chainbridge.shadow.gatling.GateSimulation;
import io.chainbridge.shadow.settings.Shape;

/**
 * Is the service slower than another build of it? Both are asked the same in turns, which comes
 * first drawn by lot, so that a noisy machine slows both.
 */
public final class CompareSimulation extends GateSimulation {
  /** As Gatling constructs it. */
  public CompareSimulation() {
    super(Shape.COMPARE);
    pairs();
  }
}

package shadow;

import io.chainbridge.shadow.gatling.GateSimulation;
import io.chainbridge.shadow.settings.Shape;

/**
 * Does the service stay as it is for hours? The load of an everyday that does not end; what the
 * service was like early on is compared with what it is like late, since a leak shows in no minute.
 */
public final class SoakSimulation extends GateSimulation {
  /** As Gatling constructs it. */
  public SoakSimulation() {
    super(Shape.SOAK);
    steady();
  }
}

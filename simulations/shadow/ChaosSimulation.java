package shadow;

import io.chainbridge.shadow.gatling.GateSimulation;
import io.chainbridge.shadow.settings.Shape;

/**
 * Does the service stay within its budgets while things go wrong, and how soon has it recovered?
 * Users arrive at one rate; the faults and their times are those of the budget file.
 */
public final class ChaosSimulation extends GateSimulation {
  /** As Gatling constructs it. */
  public ChaosSimulation() {
    super(Shape.CHAOS);
    underFaults();
  }
}

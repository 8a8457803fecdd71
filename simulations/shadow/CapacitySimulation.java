package shadow;

import io.chainbridge.shadow.gatling.GateSimulation;
import io.chainbridge.shadow.settings.Shape;

/**
 * What is the highest arrival rate at which the service keeps its budgets? The rate is doubled
 * until it does not, and then narrowed down to 5 %.
 */
public final class CapacitySimulation extends GateSimulation {
  /** As Gatling constructs it. */
  public CapacitySimulation() {
    super(Shape.CAPACITY);
    searchCapacity();
  }
}

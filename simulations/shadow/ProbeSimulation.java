package shadow;

import io.chainbridge.shadow.gatling.GateSimulation;
import io.chainbridge.shadow.settings.Shape;

/**
 * The gate's own question: does the service keep its budgets right now? A few requests per
 * endpoint, from a closed model of one user unless {@code concurrency} says otherwise.
 */
public final class ProbeSimulation extends GateSimulation {
  /** As Gatling constructs it. */
  public ProbeSimulation() {
    super(Shape.PROBE);
    users();
  }
}

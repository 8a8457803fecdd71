package shadow;

import io.chainbridge.shadow.gatling.GateSimulation;
import io.chainbridge.shadow.settings.Shape;

/**
 * Does the service keep its budgets under everyday traffic? Endpoints are asked by weight: by users
 * who think between two requests, which is a closed model, or, if {@code rate} is set, by users who
 * arrive however slow it is, which is an open one.
 */
public final class LoadSimulation extends GateSimulation {
  /** As Gatling constructs it. */
  public LoadSimulation() {
    super(Shape.LOAD);
    steady();
  }
}

package shadow;

import static io.gatling.javaapi.core.CoreDsl.atOnceUsers;
import static io.gatling.javaapi.core.CoreDsl.scenario;

import io.chainbridge.shadow.gatling.GateSimulation;

/**
 * The gate's own question: does the service keep its budgets right now? A few requests per
 * endpoint, from a closed model of one user unless {@code concurrency} says otherwise.
 */
public final class ProbeSimulation extends GateSimulation {
  /** As Gatling constructs it. */
  public ProbeSimulation() {
    setUp(scenario("Probe").exec(warmUpThenMeasure()).injectOpen(atOnceUsers(users())))
        .protocols(protocol())
        .assertions(assertions());
  }
}

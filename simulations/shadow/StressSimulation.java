package shadow;

import static io.chainbridge.shadow.load.Stages.climbing;

import io.chainbridge.shadow.gatling.GateSimulation;
import io.chainbridge.shadow.settings.Pace;
import io.chainbridge.shadow.settings.Shape;

/**
 * At which arrival rate does the service break, and what breaks first? The rate climbs in steps,
 * each of which is judged; the first breach ends the run unless {@code stopEarly} is false.
 */
public final class StressSimulation extends GateSimulation {
  /** As Gatling constructs it. */
  public StressSimulation() {
    super(Shape.STRESS);
    Pace.Steps pace = pace(Pace.Steps.class);
    arrivals(climbing(pace.startRate(), pace.stepRate(), pace.steps(), pace.stepDuration()));
  }
}

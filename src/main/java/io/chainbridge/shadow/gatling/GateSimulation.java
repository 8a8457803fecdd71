package io.chainbridge.shadow.gatling;

import static io.gatling.javaapi.core.CoreDsl.asLongAs;
import static io.gatling.javaapi.core.CoreDsl.exec;
import static io.gatling.javaapi.core.CoreDsl.rendezVous;
import static io.gatling.javaapi.http.HttpDsl.http;

import io.gatling.javaapi.core.Assertion;
import io.gatling.javaapi.core.ChainBuilder;
import io.gatling.javaapi.core.Simulation;
import io.gatling.javaapi.http.HttpProtocolBuilder;
import java.util.List;

/**
 * What every load shape shares: settings and gate are read when it is constructed, the target is
 * awaited before the first request, and after the last one the run is judged and reported. The name
 * of the load shape is that of the class, less "Simulation".
 *
 * <p>Its shutdown hook decides with which status the process ends. Constructing one with settings
 * that make no sense ends the process at once, with one message.
 */
public abstract class GateSimulation extends Simulation {
  private static final String WARM_UP = "warm-up";
  private static final String ITERATION = "iteration";
  private static final String USER = "user";

  private final Run run;
  private final Requests requests;

  /** Reads settings and gate, and starts the reference service if no other target is set. */
  protected GateSimulation() {
    run = Run.prepare(getClass().getSimpleName().replaceFirst("Simulation$", ""));
    requests = new Requests(run.gate().endpoints(), run.settings().timeout());
  }

  /** Virtual users: as many as set, but not more than there are iterations. */
  protected final int users() {
    return run.settings().users();
  }

  /**
   * What one virtual user of a closed model does: its share of the silent warm-up, a wait for all
   * others to have done theirs, then its share of the measured iterations, each endpoint once in
   * each.
   */
  protected final ChainBuilder warmUpThenMeasure() {
    Share iterations = new Share(run.settings().iterations(), users());
    Share warmUps = new Share(run.settings().warmup(), users());
    int leastWarmUps = Math.min(1, run.settings().warmup());
    return exec(session -> session.set(USER, run.userStarts()))
        .exec(
            asLongAs(
                    session ->
                        session.getInt(WARM_UP)
                                < Math.max(leastWarmUps, warmUps.of(session.getInt(USER)))
                            && run.mayWarmUp(),
                    WARM_UP)
                .on(requests.silent()))
        .exec(rendezVous(users()))
        .exec(
            session -> {
              run.userMeasures();
              return session;
            })
        .exec(
            asLongAs(
                    session ->
                        session.getInt(ITERATION) < iterations.of(session.getInt(USER))
                            && run.mayMeasure(),
                    ITERATION)
                .on(requests.measured(run.tally())));
  }

  /** HTTP as a client without cache would speak it, to the target and nowhere else. */
  protected final HttpProtocolBuilder protocol() {
    return http.baseUrl(run.target().toString())
        .acceptHeader("application/json")
        .acceptEncodingHeader("gzip")
        .userAgentHeader("shadow-load")
        .disableWarmUp()
        .disableCaching()
        .disableFollowRedirect();
  }

  /** The gate's limits, for Gatling's own report. */
  protected final List<Assertion> assertions() {
    return BudgetAssertions.of(run.gate());
  }

  @Override
  public final void before() {
    run.awaitTarget();
  }

  @Override
  public final void after() {
    run.ended();
  }
}

package io.chainbridge.shadow.gatling;

import static io.gatling.javaapi.core.CoreDsl.asLongAs;
import static io.gatling.javaapi.core.CoreDsl.atOnceUsers;
import static io.gatling.javaapi.core.CoreDsl.doIf;
import static io.gatling.javaapi.core.CoreDsl.exec;
import static io.gatling.javaapi.core.CoreDsl.group;
import static io.gatling.javaapi.core.CoreDsl.scenario;

import io.chainbridge.shadow.budget.Endpoint;
import io.chainbridge.shadow.load.Arrivals.Arrival;
import io.chainbridge.shadow.load.Stage;
import io.chainbridge.shadow.load.Stages;
import io.chainbridge.shadow.record.RunRecorder;
import io.chainbridge.shadow.settings.Pace;
import io.chainbridge.shadow.settings.Pause;
import io.chainbridge.shadow.settings.Shape;
import io.gatling.javaapi.core.ChainBuilder;
import io.gatling.javaapi.core.PauseType;
import io.gatling.javaapi.core.PopulationBuilder;
import io.gatling.javaapi.core.Session;
import io.gatling.javaapi.core.Simulation;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What every load shape shares: settings and gate are read when it is constructed, the target is
 * awaited before the first request, and after the last one the run is judged and reported. The name
 * of the simulation is that of the class, less "Simulation".
 *
 * <p>A subclass says in its constructor how users come: {@link #users} makes a closed model, the
 * others an open one.
 *
 * <p>Its shutdown hook decides with which status the process ends. Constructing one with settings
 * that make no sense ends the process at once, with one message.
 */
public abstract class GateSimulation extends Simulation {
  private static final int WARMING_USERS = 10;

  /** Gatling looks once a second whether the warm-up is over; then arrivals are due to the ms. */
  private static final Duration INJECTION_AHEAD = Duration.ofSeconds(3);

  private final Run run;
  private final Requests requests;
  private final WarmUp warmUp;

  /** Reads settings and gate, and starts the reference service if no other target is set. */
  protected GateSimulation(Shape shape) {
    run = Preparation.of(getClass().getSimpleName().replaceFirst("Simulation$", ""), shape);
    requests = new Requests(run.endpoints(), run.settings().timeout(), run.checking(), roots());
    warmUp = new WarmUp(run, requests);
  }

  /** Only a comparison asks the baseline, and only Chaos a proxy, which starts later. */
  private Optional<Function<Endpoint, String>> roots() {
    return run.baseline()
        .<Function<Endpoint, String>>map(
            baseline -> endpoint -> Twins.isOne(endpoint.name()) ? baseline.toString() : "")
        .or(() -> run.faults().map(faults -> faults::root));
  }

  /**
   * How hard to ask, as set.
   *
   * @throws ClassCastException if the load shape has another kind of pace
   */
  protected final <P extends Pace> P pace(Class<P> kind) {
    return kind.cast(run.settings().pace());
  }

  /** How long a service may take to recover from a peak, by the gate; empty if it does not say. */
  protected final Optional<Duration> maxRecovery() {
    return run.gate().shapes().maxRecovery();
  }

  /** Users at once, or arrivals at one rate, as set. */
  protected final void steady() {
    if (run.settings().pace() instanceof Pace.Constant constant) {
      arrivals(List.of(Stage.only(constant.rate(), constant.duration())));
    } else {
      users();
    }
  }

  /**
   * A closed model: each user does its share of the silent warm-up, waits for all others to have
   * done theirs, and then asks, waits for the answer and asks again, as long as there is something
   * to ask.
   */
  protected final void users() {
    if (run.settings().pace() instanceof Pace.UntilProven proof) {
      users(proof.users(), Pause.NONE, run.expectation().proof().orElseThrow());
    } else {
      Pace.Closed closed = pace(Pace.Closed.class);
      users(closed.users(), closed.pause(), run.expectation().turns());
    }
  }

  private void users(int count, Pause pause, Supplier<Optional<Endpoint>> next) {
    users(count, session -> choose(session, next), thinking(requests.ask(), pause));
  }

  /**
   * @param ofAll users of all shards together
   * @param choose what a user is to ask next, if anything
   * @param ask asks it
   */
  private void users(int ofAll, Function<Session, Session> choose, ChainBuilder ask) {
    int count = run.settings().share().part().share(ofAll);
    ChainBuilder users =
        exec(warmUp.by(count, Duration.ZERO))
            .exec(this::measures)
            .exec(choose)
            .exec(asLongAs(NextRequest::isIn, false).on(exec(ask).exec(choose)));
    launch(scenario(run.simulation()).exec(tap()).exec(users).injectOpen(atOnceUsers(count)));
  }

  /** A closed model in which each user asks target and baseline the same, in turns. */
  protected final void pairs() {
    Pace.Pairs pace = pace(Pace.Pairs.class);
    PairPlan plan = new PairPlan(run.gate().endpoints(), pace.pairs(), run.pairs());
    users(
        pace.users(),
        session -> run.mayMeasure() ? plan.first(session, requests) : NextRequest.none(session),
        exec(requests.ask())
            .exec(session -> plan.second(session))
            .exec(requests.ask())
            .exec(session -> plan.complete(session)));
  }

  private Session choose(Session session, Supplier<Optional<Endpoint>> next) {
    Optional<Endpoint> endpoint = run.mayMeasure() ? next.get() : Optional.empty();
    return endpoint.isPresent()
        ? requests.next(endpoint.get(), RunRecorder.NO_PHASE).to(session)
        : NextRequest.none(session);
  }

  private static ChainBuilder thinking(ChainBuilder ask, Pause pause) {
    return pause.equals(Pause.NONE)
        ? ask
        : ask.pause(pause.mean(), pause.exponential() ? PauseType.Exponential : PauseType.Constant);
  }

  /** An open model with these stages, one after the other. */
  protected final void arrivals(List<Stage> stages) {
    open(
        Stages.inOrder(
            stages.stream().map(stage -> stage.of(run.settings().share().part())).toList()),
        stages.stream().noneMatch(stage -> stage.name().equals(RunRecorder.NO_PHASE)));
  }

  /** An open model at one rate, while things go wrong as the gate says. */
  protected final void underFaults() {
    Pace.Constant pace = pace(Pace.Constant.class);
    arrivals(Stages.aroundFaults(pace.rate(), pace.duration(), run.gate().faults()));
  }

  /** An open model whose rates a search for the capacity decides. */
  protected final void searchCapacity() {
    CapacityPlan plan = new CapacityPlan(run, pace(Pace.Search.class));
    plan.steers(open(plan, true));
    run.whenLooking(plan::look);
  }

  private Injection open(Supplier<Optional<Stage>> stages, boolean phases) {
    Injection injection = new Injection(stages, run);
    run.end()
        .whenStopping(
            () -> {
              injection.stop();
              run.faults().ifPresent(Faults::stop);
            });
    ChainBuilder ask =
        phases && run.host() == Host.ITS_OWN
            ? group(session -> NextRequest.in(session).phase()).on(requests.ask())
            : exec(requests.ask());
    PopulationBuilder measured =
        injection.of(
            scenario(run.simulation())
                .exec(tap())
                .exec(this::measures)
                .exec(session -> arrive(session, injection))
                .exec(
                    doIf(NextRequest::isIn).then(ask.exec(session -> leave(session, injection)))));
    if (!warmUp.isNeeded()) {
      launch(measured);
      return injection;
    }
    int warming = Math.max(1, Math.min(WARMING_USERS, run.settings().warmup()));
    launch(
        scenario("Warm-up")
            .exec(warmUp.by(warming, INJECTION_AHEAD))
            .injectOpen(atOnceUsers(warming))
            .andThen(measured));
    return injection;
  }

  private Session arrive(Session session, Injection injection) {
    Optional<Arrival> arrival = injection.arrive();
    return arrival.isEmpty()
        ? session
        : requests
            .next(
                run.expectation().traffic().at(arrival.get().number()),
                arrival.get().stage().name())
            .to(session);
  }

  private static Session leave(Session session, Injection injection) {
    injection.leave(NextRequest.in(session));
    return session;
  }

  private Session measures(Session session) {
    run.userMeasures();
    return session;
  }

  /** Gatling Enterprise has a count of its own, and is not Gatling inside. */
  private ChainBuilder tap() {
    return run.host() == Host.GATLING_ENTERPRISE
        ? exec(session -> session)
        : exec(LiveFeed.to(run.recorder(), run.stream(), run.settings().gatlingReport()));
  }

  /** No assertion can say what holds while something is made to go wrong. */
  private void launch(PopulationBuilder population) {
    SetUp setUp = setUp(population).protocols(HttpProtocol.of(run));
    if (run.settings().gatlingReport() && run.faults().isEmpty()) {
      setUp.assertions(
          run.host() == Host.GATLING_ENTERPRISE
              ? BudgetAssertions.asVerdict(run.gate())
              : BudgetAssertions.of(run.gate()));
    }
  }

  @Override
  public final void before() {
    run.awaitTargets();
  }

  /** Without Gatling's report, there is nothing left for Gatling to do. */
  @Override
  public final void after() {
    run.ended();
    if (run.host() == Host.ITS_OWN && !run.settings().gatlingReport()) {
      System.exit(0);
    }
  }
}

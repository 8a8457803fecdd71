package io.chainbridge.shadow.gatling;

import static io.gatling.javaapi.core.CoreDsl.exec;
import static io.gatling.javaapi.core.CoreDsl.pace;
import static io.gatling.javaapi.core.CoreDsl.rampUsers;
import static io.gatling.javaapi.core.CoreDsl.scenario;
import static io.gatling.javaapi.http.HttpDsl.http;

import io.chainbridge.shadow.budget.BudgetFile;
import io.chainbridge.shadow.budget.Endpoint;
import io.chainbridge.shadow.record.EndpointRecord;
import io.chainbridge.shadow.record.RunRecorder;
import io.chainbridge.shadow.settings.Shape;
import io.gatling.javaapi.core.ChainBuilder;
import io.gatling.javaapi.core.Simulation;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Users of Gatling alone, each with a request now and then, whose answers are checked in every
 * other half second as a load's are: contract and size, of a sample and aside.
 */
public final class AlternatingSimulation extends Simulation {
  /** The name of requests whose answers are checked. */
  static final String CHECKED = "checked";

  /**
   * With and without checks. Shorter than the second after which answers that come again are not
   * yet seen to be so many that a sample is enough.
   */
  static final Duration TURN = Duration.ofMillis(500);

  /** From a user's request to its next, on average; drawn, so that users do not fall in step. */
  private static final Duration PACE = Duration.ofMillis(40);

  private final List<Throwable> failures = new CopyOnWriteArrayList<>();
  private final RunRecorder recorder;
  private final ContractChecking checking;

  /** Address, path, rate and for how long, and a budget file. */
  public AlternatingSimulation() {
    Endpoint events =
        BudgetFile.readForJudging(Path.of(System.getProperty("bare.budgets"))).endpoints().stream()
            .filter(endpoint -> endpoint.name().equals("events"))
            .findFirst()
            .orElseThrow();
    recorder = new RunRecorder(List.of(events));
    checking = ContractChecking.in(Shape.STRESS, recorder, failures::add);
    double rate = Double.parseDouble(System.getProperty("bare.rate"));
    Duration rampUp = Duration.ofSeconds(Long.getLong("bare.rampUp"));
    setUp(
            scenario("alternating")
                .forever()
                .on(
                    pace(PACE.dividedBy(2), PACE.multipliedBy(3).dividedBy(2))
                        .doIfOrElse(session -> isChecked(System.currentTimeMillis()))
                        .then(checked(events))
                        .orElse(exec(BareSimulation.request())))
                .injectOpen(
                    rampUsers((int) Math.round(rate * PACE.toMillis() / 1_000)).during(rampUp)))
        .protocols(BareSimulation.protocol().shareConnections())
        .maxDuration(rampUp.plusSeconds(Long.getLong("bare.steady")));
  }

  private ChainBuilder checked(Endpoint endpoint) {
    return exec(session -> new NextRequest(endpoint, 0, RunRecorder.NO_PHASE).to(session))
        .exec(
            new ContractChecks(endpoint, Optional.of(checking))
                .addTo(http(CHECKED).get(System.getProperty("bare.path"))));
  }

  /**
   * Whether answers to requests of that time are checked.
   *
   * @param ms since the epoch
   */
  static boolean isChecked(long ms) {
    return ms / TURN.toMillis() % 2 == 0;
  }

  /** What was found aside has failed no request. */
  @Override
  public void after() {
    checking.close();
    EndpointRecord found = recorder.endpoints().get(0);
    if (!failures.isEmpty() || found.contractChecks() == 0 || found.contractBreaks() > 0) {
      throw new IllegalStateException(
          "%d bodies checked, %d wrong, not checked because of %s"
              .formatted(found.contractChecks(), found.contractBreaks(), failures));
    }
  }
}

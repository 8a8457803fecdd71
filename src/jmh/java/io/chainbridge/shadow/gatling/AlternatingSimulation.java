package io.chainbridge.shadow.gatling;

import static io.gatling.javaapi.core.CoreDsl.doIf;
import static io.gatling.javaapi.core.CoreDsl.doIfOrElse;
import static io.gatling.javaapi.core.CoreDsl.exec;
import static io.gatling.javaapi.core.CoreDsl.scenario;
import static io.gatling.javaapi.http.HttpDsl.http;

import io.chainbridge.shadow.budget.BudgetFile;
import io.chainbridge.shadow.budget.Endpoint;
import io.chainbridge.shadow.record.EndpointRecord;
import io.chainbridge.shadow.record.RunRecorder;
import io.chainbridge.shadow.settings.Shape;
import io.gatling.javaapi.core.ChainBuilder;
import io.gatling.javaapi.core.Session;
import io.gatling.javaapi.core.Simulation;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Arrivals of Gatling alone, whose answers are checked in every other second as a load's are:
 * contract and size, of a sample and aside.
 */
public final class AlternatingSimulation extends Simulation {
  /** The name of requests whose answers are checked. */
  static final String CHECKED = "checked";

  /** Fewer than the connections that nginx and most systems allow. */
  private static final int MOST_UNDER_WAY = 8_000;

  private final AtomicInteger underWay = new AtomicInteger();
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
    setUp(
            scenario("alternating")
                .exec(
                    doIf(session -> mayAsk())
                        .then(
                            doIfOrElse(session -> isChecked(System.currentTimeMillis()))
                                .then(checked(events))
                                .orElse(exec(BareSimulation.request())),
                            exec(this::answered)))
                .injectOpen(BareSimulation.arrivals()))
        .protocols(BareSimulation.protocol().shareConnections());
  }

  /** Not while a stall has so many wait that another would find no connection. */
  private boolean mayAsk() {
    boolean may = underWay.incrementAndGet() <= MOST_UNDER_WAY;
    if (!may) {
      underWay.decrementAndGet();
    }
    return may;
  }

  private Session answered(Session session) {
    underWay.decrementAndGet();
    return session;
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
    return ms / 1_000 % 2 == 0;
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

package io.chainbridge.shadow.record;

import static io.gatling.javaapi.core.CoreDsl.atOnceUsers;
import static io.gatling.javaapi.core.CoreDsl.exec;
import static io.gatling.javaapi.core.CoreDsl.global;
import static io.gatling.javaapi.core.CoreDsl.scenario;
import static io.gatling.javaapi.http.HttpDsl.http;
import static io.gatling.javaapi.http.HttpDsl.status;

import io.gatling.javaapi.core.ScenarioBuilder;
import io.gatling.javaapi.core.Simulation;

/** A run that leaves every kind of record in its log; public because Gatling loads it by name. */
public class LogSampleSimulation extends Simulation {

  /** Aims at {@code -DlogSampleUrl}. */
  public LogSampleSimulation() {
    ScenarioBuilder visit =
        scenario("visit")
            .repeat(40)
            .on(
                exec(http("stats").get("/stats").check(status().is(200)))
                    .exec(http("events 東京").get("/events").check(status().is(200)))
                    .group("outer")
                    .on(exec(http("drift").get("/stats")).group("inner").on(http("é").get("/x"))));
    ScenarioBuilder stray = scenario("stray").exec(http("lost").get("#{nowhere}"));
    setUp(visit.injectOpen(atOnceUsers(5)), stray.injectOpen(atOnceUsers(3)))
        .protocols(http.baseUrl(System.getProperty("logSampleUrl")).disableCaching())
        .assertions(
            global().requestsPerSec().gt(0.0), global().failedRequests().percent().lt(99.0));
  }
}

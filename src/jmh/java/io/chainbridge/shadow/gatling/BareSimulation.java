package io.chainbridge.shadow.gatling;

import static io.gatling.javaapi.core.CoreDsl.asLongAs;
import static io.gatling.javaapi.core.CoreDsl.atOnceUsers;
import static io.gatling.javaapi.core.CoreDsl.exec;
import static io.gatling.javaapi.core.CoreDsl.scenario;
import static io.gatling.javaapi.http.HttpDsl.http;
import static io.gatling.javaapi.http.HttpDsl.status;

import io.gatling.javaapi.core.Simulation;
import java.util.concurrent.atomic.AtomicLong;

/** What a user of Gatling alone would write: requests, each with a check of its status. */
public final class BareSimulation extends Simulation {
  /** Users at once, requests of all, address and path. */
  public BareSimulation() {
    AtomicLong left = new AtomicLong(Long.getLong("bare.requests"));
    setUp(
            scenario("bare")
                .exec(
                    asLongAs(session -> left.getAndDecrement() > 0)
                        .on(
                            exec(
                                http("bare")
                                    .get(System.getProperty("bare.path"))
                                    .check(status().is(200)))))
                .injectOpen(atOnceUsers(Integer.getInteger("bare.users"))))
        .protocols(http.baseUrl(System.getProperty("bare.url")).disableCaching());
  }
}

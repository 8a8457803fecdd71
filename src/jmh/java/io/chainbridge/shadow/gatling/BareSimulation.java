package io.chainbridge.shadow.gatling;

import static io.gatling.javaapi.core.CoreDsl.asLongAs;
import static io.gatling.javaapi.core.CoreDsl.atOnceUsers;
import static io.gatling.javaapi.core.CoreDsl.exec;
import static io.gatling.javaapi.core.CoreDsl.scenario;
import static io.gatling.javaapi.http.HttpDsl.http;
import static io.gatling.javaapi.http.HttpDsl.status;

import io.gatling.javaapi.core.Simulation;
import io.gatling.javaapi.http.HttpProtocolBuilder;
import io.gatling.javaapi.http.HttpRequestActionBuilder;
import java.util.concurrent.atomic.AtomicLong;

/**
 * What a user of Gatling alone would write: requests, each with a check of its status, by users who
 * wait for their answers.
 */
public final class BareSimulation extends Simulation {
  /** Address and path, users at once and requests of all. */
  public BareSimulation() {
    AtomicLong left = new AtomicLong(Long.getLong("bare.requests"));
    setUp(
            scenario("bare")
                .exec(asLongAs(session -> left.getAndDecrement() > 0).on(exec(request())))
                .injectOpen(atOnceUsers(Integer.getInteger("bare.users"))))
        .protocols(protocol());
  }

  static HttpProtocolBuilder protocol() {
    return http.baseUrl(System.getProperty("bare.url")).disableCaching();
  }

  static HttpRequestActionBuilder request() {
    return http("bare").get(System.getProperty("bare.path")).check(status().is(200));
  }
}

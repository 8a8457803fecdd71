package io.chainbridge.shadow.gatling;

import static io.gatling.javaapi.core.CoreDsl.asLongAs;
import static io.gatling.javaapi.core.CoreDsl.atOnceUsers;
import static io.gatling.javaapi.core.CoreDsl.constantUsersPerSec;
import static io.gatling.javaapi.core.CoreDsl.exec;
import static io.gatling.javaapi.core.CoreDsl.rampUsersPerSec;
import static io.gatling.javaapi.core.CoreDsl.scenario;
import static io.gatling.javaapi.http.HttpDsl.http;
import static io.gatling.javaapi.http.HttpDsl.status;

import io.gatling.javaapi.core.OpenInjectionStep;
import io.gatling.javaapi.core.PopulationBuilder;
import io.gatling.javaapi.core.Simulation;
import io.gatling.javaapi.http.HttpProtocolBuilder;
import io.gatling.javaapi.http.HttpRequestActionBuilder;
import java.util.concurrent.atomic.AtomicLong;

/**
 * What a user of Gatling alone would write: requests, each with a check of its status, by users who
 * wait for their answers or, at a rate, by one for each.
 */
public final class BareSimulation extends Simulation {
  /** Address, path, and either users at once and requests of all, or a rate and for how long. */
  public BareSimulation() {
    if (System.getProperty("bare.rate") == null) {
      setUp(waiting()).protocols(protocol());
    } else {
      setUp(scenario("bare").exec(request()).injectOpen(arrivals()))
          .protocols(protocol().shareConnections());
    }
  }

  static HttpProtocolBuilder protocol() {
    return http.baseUrl(System.getProperty("bare.url")).disableCaching();
  }

  private static PopulationBuilder waiting() {
    AtomicLong left = new AtomicLong(Long.getLong("bare.requests"));
    return scenario("bare")
        .exec(asLongAs(session -> left.getAndDecrement() > 0).on(exec(request())))
        .injectOpen(atOnceUsers(Integer.getInteger("bare.users")));
  }

  /** A rate that rises, and stays. */
  static OpenInjectionStep[] arrivals() {
    double rate = Double.parseDouble(System.getProperty("bare.rate"));
    return new OpenInjectionStep[] {
      rampUsersPerSec(1).to(rate).during(Long.getLong("bare.rampUp")).randomized(),
      constantUsersPerSec(rate).during(Long.getLong("bare.steady")).randomized()
    };
  }

  static HttpRequestActionBuilder request() {
    return http("bare").get(System.getProperty("bare.path")).check(status().is(200));
  }
}

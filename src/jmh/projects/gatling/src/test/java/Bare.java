import static io.gatling.javaapi.core.CoreDsl.atOnceUsers;
import static io.gatling.javaapi.core.CoreDsl.repeat;
import static io.gatling.javaapi.core.CoreDsl.scenario;
import static io.gatling.javaapi.http.HttpDsl.http;
import static io.gatling.javaapi.http.HttpDsl.status;

import io.gatling.javaapi.core.Simulation;

/** Twenty times each of two endpoints, by one user. */
public class Bare extends Simulation {
  public Bare() {
    setUp(
            scenario("bare")
                .exec(
                    repeat(20)
                        .on(
                            http("stats").get("/stats").check(status().is(200)),
                            http("events").get("/events").check(status().is(200))))
                .injectOpen(atOnceUsers(1)))
        .protocols(http.baseUrl(System.getProperty("bare.url")).disableCaching());
  }
}

package io.chainbridge.shadow.gatling;

import static io.gatling.javaapi.core.CoreDsl.asLongAs;
import static io.gatling.javaapi.core.CoreDsl.atOnceUsers;
import static io.gatling.javaapi.core.CoreDsl.bodyString;
import static io.gatling.javaapi.core.CoreDsl.exec;
import static io.gatling.javaapi.core.CoreDsl.scenario;
import static io.gatling.javaapi.http.HttpDsl.http;
import static io.gatling.javaapi.http.HttpDsl.status;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.gatling.javaapi.core.Simulation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;

/**
 * What a user of Gatling alone would write to have contracts checked, too: a check that parses each
 * body and validates it.
 */
public final class NaiveSimulation extends Simulation {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final Schema schema;

  /** Users at once, requests of all, address and path, and the file of the contract. */
  public NaiveSimulation() throws IOException {
    schema =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(
                MAPPER.readTree(Files.readString(Path.of(System.getProperty("bare.contract")))));
    AtomicLong left = new AtomicLong(Long.getLong("bare.requests"));
    setUp(
            scenario("naive")
                .exec(
                    asLongAs(session -> left.getAndDecrement() > 0)
                        .on(
                            exec(
                                http("naive")
                                    .get(System.getProperty("bare.path"))
                                    .check(
                                        status().is(200),
                                        bodyString().transform(this::keepsContract).is(true)))))
                .injectOpen(atOnceUsers(Integer.getInteger("bare.users"))))
        .protocols(BareSimulation.protocol());
  }

  private boolean keepsContract(String body) {
    try {
      return schema.validate(MAPPER.readTree(body)).isEmpty();
    } catch (JsonProcessingException e) {
      return false;
    }
  }
}

package io.chainbridge.shadow.budget;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import io.chainbridge.shadow.settings.InvalidInputException;
import io.chainbridge.shadow.settings.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BudgetFileTest {
  static final Settings.Limits NO_OVERRIDES =
      new Settings.Limits(
          OptionalDouble.empty(),
          OptionalDouble.empty(),
          OptionalDouble.empty(),
          OptionalDouble.empty());

  private static final Map<Limit, Double> LIMITS =
      Map.of(
          Limit.P95_LATENCY_MS, 75.0,
          Limit.P99_LATENCY_MS, 120.0,
          Limit.MAX_RESPONSE_SIZE_KB, 25.0,
          Limit.MAX_FAILURE_RATE, 0.05);

  @TempDir private Path folder;

  @Test
  void theShadowGateIsTheOneOfItsPipeline() {
    Gate gate = BudgetFile.read(Path.of("budgets/shadow.json"), NO_OVERRIDES, Map.of());

    assertThat(gate.name()).isEqualTo("shadow");
    assertThat(gate.health()).isEqualTo("/health");
    assertThat(gate.limits()).isEqualTo(LIMITS);
    assertThat(gate.endpoints()).extracting(Endpoint::name).containsExactly("stats", "events");
    Endpoint stats = gate.endpoints().get(0);
    assertThat(stats.method()).isEqualTo("GET");
    assertThat(stats.variants())
        .containsExactly(new Variant("/iq/shadow/stats?hours=24", Optional.empty()));
    assertThat(stats.limits()).isEqualTo(LIMITS);
    Endpoint events = gate.endpoints().get(1);
    assertThat(events.method()).isEqualTo("POST");
    assertThat(events.variants())
        .containsExactly(
            new Variant("/iq/shadow/events", Optional.of("{\"hours\":24,\"limit\":50}")));
    assertThat(events.limits()).isEqualTo(LIMITS);
    assertThat(events.headers()).isEmpty();
    assertThat(events.maxBodyBytes()).hasValue(25.0 * 1024);
  }

  @Test
  void whatAFileIsToHaveIsReadAsIfItHadIt() throws IOException {
    Path file = Path.of("budgets/shadow.json");
    byte[] content = Files.readString(file).replace(": 75,", ": 40,").getBytes(UTF_8);
    assertThat(BudgetFile.readForJudging(file, content).limits())
        .containsEntry(Limit.P95_LATENCY_MS, 40.0);
    assertThatThrownBy(() -> BudgetFile.readForJudging(file, "{".getBytes(UTF_8)))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageStartingWith("budgets/shadow.json, line 1, column 2: is no JSON");
  }

  @Test
  void theGateOfTheDeployedServiceOnlyGets() {
    Gate gate = BudgetFile.read(Path.of("budgets/chainiq-v0.3.json"), NO_OVERRIDES, Map.of());

    assertThat(gate.name()).isEqualTo("chainiq-v0.3");
    assertThat(gate.limits()).isEqualTo(LIMITS);
    assertThat(gate.endpoints())
        .extracting(endpoint -> endpoint.method() + " " + endpoint.variants().get(0).pathAndQuery())
        .containsExactly(
            "GET /iq/shadow/stats?hours=24", "GET /iq/shadow/events?hours=24&limit=50");
  }

  @Test
  void theContractsOfTheShippedGatesAreRead() {
    for (String name : List.of("shadow", "chainiq-v0.3")) {
      Gate gate = BudgetFile.read(Path.of("budgets", name + ".json"), NO_OVERRIDES, Map.of());
      for (Endpoint endpoint : gate.endpoints()) {
        assertThat(endpoint.contract().status()).isEqualTo(200);
        assertThat(endpoint.contract().contentTypeViolation("application/json")).isEmpty();
        assertThat(endpoint.contract().bodyViolation("{}".getBytes(UTF_8))).isPresent();
      }
    }
  }

  @Test
  void whatIsLeftOutHasADefault() throws IOException {
    Gate gate =
        read(
            """
            {"gate": "g", "limits": {"p50_latency_ms": 1},
             "endpoints": {"a": {"method": "GET", "path": "/a"}}}
            """);

    assertThat(gate.health()).isEqualTo("/health");
    assertThat(gate.shapes()).isEqualTo(ShapeLimits.NONE);
    Endpoint endpoint = gate.endpoints().get(0);
    assertThat(endpoint.variants()).containsExactly(new Variant("/a", Optional.empty()));
    assertThat(endpoint.headers()).isEmpty();
    assertThat(endpoint.weight()).isEqualTo(1);
    assertThat(endpoint.maxBodyBytes()).isEmpty();
    assertThat(endpoint.contract().status()).isEqualTo(200);
    assertThat(endpoint.contract().contentTypeViolation("application/json")).isEmpty();
    assertThat(endpoint.contract().bodyViolation("[1]".getBytes(UTF_8))).isEmpty();
  }

  @Test
  void everythingAnEndpointCanHaveIsRead() throws IOException {
    Gate gate =
        BudgetFile.read(
            write(
                """
                {"gate": "g", "health": "/up", "limits": {"p95_latency_ms": 75, "p99_latency_ms": 120},
                 "endpoints": {"a": {
                   "description": "for readers",
                   "method": "PATCH", "path": "/a%20b",
                   "query": {"from": "DE/Köln & co", "limit": 5, "all": true},
                   "headers": {"Authorization": "Bearer ${SHADOW_TOKEN}", "X-A": "${A}-${A} $1 {}"},
                   "body": [1, "x"],
                   "weight": 1000,
                   "contract": {"status": 201, "content_type": "application/problem+json"},
                   "limits": {"p99_latency_ms": 150.5, "max_failure_rate": 1}}}}
                """),
            NO_OVERRIDES,
            Map.of("SHADOW_TOKEN", "s3cret", "A", "$0\\"));

    assertThat(gate.health()).isEqualTo("/up");
    Endpoint endpoint = gate.endpoints().get(0);
    assertThat(endpoint.method()).isEqualTo("PATCH");
    assertThat(endpoint.variants())
        .containsExactly(
            new Variant(
                "/a%20b?from=DE%2FK%C3%B6ln%20%26%20co&limit=5&all=true",
                Optional.of("[1,\"x\"]")));
    assertThat(endpoint.headers())
        .containsExactly(
            new Header("Authorization", "Bearer ${SHADOW_TOKEN}", "Bearer s3cret"),
            new Header("X-A", "${A}-${A} $1 {}", "$0\\-$0\\ $1 {}"));
    assertThat(endpoint.weight()).isEqualTo(1000);
    assertThat(endpoint.contract().status()).isEqualTo(201);
    assertThat(endpoint.contract().contentTypeViolation("application/problem+json")).isEmpty();
    assertThat(endpoint.limits())
        .containsOnly(
            entry(Limit.P95_LATENCY_MS, 75.0),
            entry(Limit.P99_LATENCY_MS, 150.5),
            entry(Limit.MAX_FAILURE_RATE, 1.0));
  }

  @Test
  void overridesHoldForTheGateAndForEachEndpoint() throws IOException {
    Gate gate =
        BudgetFile.read(
            write(
                """
                {"gate": "g", "limits": {"p50_latency_ms": 1, "p95_latency_ms": 75},
                 "endpoints": {
                   "a": {"method": "GET", "path": "/a", "limits": {"p95_latency_ms": 80}},
                   "b": {"method": "GET", "path": "/b"}}}
                """),
            new Settings.Limits(
                OptionalDouble.of(10),
                OptionalDouble.of(20),
                OptionalDouble.of(30),
                OptionalDouble.of(0.4)),
            Map.of());

    Map<Limit, Double> expected =
        Map.of(
            Limit.P50_LATENCY_MS, 1.0,
            Limit.P95_LATENCY_MS, 10.0,
            Limit.P99_LATENCY_MS, 20.0,
            Limit.MAX_RESPONSE_SIZE_KB, 30.0,
            Limit.MAX_FAILURE_RATE, 0.4);
    assertThat(gate.limits()).isEqualTo(expected);
    assertThat(gate.endpoints()).extracting(Endpoint::limits).containsOnly(expected);
  }

  @Test
  void anOverrideIsALimitForAnEndpointWithoutOne() throws IOException {
    Gate gate =
        BudgetFile.read(
            write(
                """
                {"gate": "g", "endpoints": {"a": {"method": "GET", "path": "/a"}}}
                """),
            new Settings.Limits(
                OptionalDouble.of(75),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                OptionalDouble.empty()),
            Map.of());
    assertThat(gate.endpoints().get(0).limits()).containsOnly(entry(Limit.P95_LATENCY_MS, 75.0));
  }

  @Test
  void contractsAreLookedUpBesideTheBudgetFile() throws IOException {
    Files.createDirectories(folder.resolve("schemas"));
    Files.writeString(folder.resolve("schemas/a.json"), "{\"type\": \"array\"}");
    Gate gate =
        read(
            """
            {"gate": "g", "limits": {"p95_latency_ms": 1}, "endpoints": {
              "a": {"method": "GET", "path": "/a", "contract": {"schema": "schemas/../schemas/a.json"}}}}
            """);
    assertThat(gate.endpoints().get(0).contract().bodyViolation("{}".getBytes(UTF_8)))
        .hasValueSatisfying(violation -> assertThat(violation.expected()).isEqualTo("array"));
  }

  @Test
  void aHeaderShowsItsTemplateAndNeverItsSecret() throws IOException {
    Gate gate =
        BudgetFile.read(
            write(
                """
                {"gate": "g", "limits": {"p95_latency_ms": 1}, "endpoints": {
                  "a": {"method": "GET", "path": "/a", "headers": {"X-Key": "k ${KEY}"}}}}
                """),
            NO_OVERRIDES,
            Map.of("KEY", "s3cret"));
    assertThat(gate.endpoints().get(0).headers().get(0)).hasToString("X-Key: k ${KEY}");
    assertThat(gate.toString()).contains("X-Key: k ${KEY}").doesNotContain("s3cret");
  }

  private Gate read(String text) throws IOException {
    return BudgetFile.read(write(text), NO_OVERRIDES, Map.of());
  }

  private Path write(String text) throws IOException {
    return Files.writeString(folder.resolve("gate.json"), text);
  }
}

package io.chainbridge.shadow.peer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.chainbridge.shadow.bench.Program;
import io.chainbridge.shadow.budget.Quantile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * Artillery. It knows no JSON Schema; what it can check of an answer is its status, its type, and
 * members at places that are named one by one.
 */
final class Artillery implements Peer {
  private static final String CHECKS =
      """
      , "expect": [{"statusCode": 200}, {"contentType": "json"}, {"hasProperty": "events[0].delta"}],
      "match": {"json": "$.events[0].corridor", "value": "US-MX"}""";

  private final Program program;
  private final boolean checks;

  Artillery(boolean checks) throws IOException {
    program = Project.npm("artillery");
    this.checks = checks;
  }

  @Override
  public String name() {
    return checks ? "Artillery, status and two members checked" : "Artillery, nothing checked";
  }

  @Override
  public boolean checks() {
    return checks;
  }

  @Override
  public String advantage() {
    return checks
        ? "It looks at single members instead of the whole contract."
        : "It checks nothing.";
  }

  @Override
  public Map<Quantile, Double> run(Demand demand) throws IOException {
    Path script = demand.folder().resolve("artillery.json");
    Path result = demand.folder().resolve("artillery-result.json");
    Files.writeString(script, script(demand));
    program.run(
        demand.folder(), "run", "--quiet", "--output", result.toString(), script.toString());
    JsonNode all = new ObjectMapper().readTree(result.toFile()).path("aggregate");
    long wanted = demand.requests() / demand.users() * demand.users();
    JsonNode counters = all.path("counters");
    if (counters.path("http.codes.200").asLong() != wanted
        || counters.path("vusers.failed").asLong() != 0) {
      throw new IOException("Artillery had failed requests: " + counters);
    }
    return Reading.members(all.path("summaries").path("http.response_time"));
  }

  /** Each user comes at once, holds one connection and asks as often as the others. */
  private String script(Demand demand) {
    return """
        {
          "config": {
            "target": "%s",
            "http": {"pool": %d},
            "plugins": {%s},
            "phases": [{"duration": 1, "arrivalCount": %2$d}]
          },
          "scenarios": [
            {"flow": [{"loop": [{"get": {"url": "%s"%s}}], "count": %d}]}
          ]
        }
        """
        .formatted(
            demand.address().resolve("/").toString().replaceFirst("/$", ""),
            demand.users(),
            checks
                ? "\"expect\": {\"formatter\": \"silent\", \"reportFailuresAsErrors\": true}"
                : "",
            demand.address().getPath(),
            checks ? CHECKS : "",
            demand.requests() / demand.users());
  }
}

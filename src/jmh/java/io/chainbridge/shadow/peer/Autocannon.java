package io.chainbridge.shadow.peer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.chainbridge.shadow.bench.Program;
import io.chainbridge.shadow.budget.Quantile;
import java.io.IOException;
import java.util.Map;

/** autocannon, which reports whole ms and no 95th percentile. */
final class Autocannon implements Peer {
  private final Program program;

  Autocannon() throws IOException {
    program = Project.npm("autocannon");
  }

  @Override
  public String name() {
    return "autocannon, nothing checked";
  }

  @Override
  public boolean checks() {
    return false;
  }

  @Override
  public String advantage() {
    return "It throws bodies away unread and keeps one histogram instead of a record of each request.";
  }

  @Override
  public Map<Quantile, Double> run(Demand demand) throws IOException {
    String said =
        program
            .run(
                demand.folder(),
                "--json",
                "--no-progress",
                "--connections",
                Integer.toString(demand.users()),
                "--amount",
                Long.toString(demand.requests()),
                demand.address().toString())
            .out();
    JsonNode result = new ObjectMapper().readTree(said);
    if (result.path("errors").asInt() + result.path("non2xx").asInt() > 0) {
      throw new IOException("autocannon had failed requests: " + said);
    }
    return Reading.members(result.path("latency"));
  }
}

package io.chainbridge.shadow.peer;

import io.chainbridge.shadow.bench.Program;
import io.chainbridge.shadow.budget.Quantile;
import java.io.IOException;
import java.util.Map;
import java.util.regex.Pattern;

/** wrk, which is told a time alone; it reports no 95th percentile. */
final class Wrk implements Peer {
  private static final Pattern PERCENTILE =
      Pattern.compile("(?m)^ +(\\d+)% +([\\d.]+)(us|ms|s|m)$");

  private final Program program;

  Wrk() throws IOException {
    program = Program.installed("wrk");
  }

  @Override
  public String name() {
    return "wrk, nothing checked";
  }

  @Override
  public boolean checks() {
    return false;
  }

  @Override
  public String advantage() {
    return "Its event loop in C neither looks at an answer nor keeps a record of it.";
  }

  @Override
  public Map<Quantile, Double> run(Demand demand) throws IOException {
    String said =
        program
            .run(
                demand.folder(),
                "--connections",
                Integer.toString(demand.users()),
                "--duration",
                demand.time().toSeconds() + "s",
                "--latency",
                demand.address().toString())
            .out();
    if (said.contains("Non-2xx") || said.contains("Socket errors")) {
      throw new IOException("wrk had failed requests: " + said);
    }
    return Reading.lines(said, PERCENTILE);
  }
}

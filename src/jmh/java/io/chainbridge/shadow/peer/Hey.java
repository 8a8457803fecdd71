package io.chainbridge.shadow.peer;

import io.chainbridge.shadow.bench.Program;
import io.chainbridge.shadow.budget.Quantile;
import java.io.IOException;
import java.util.Map;
import java.util.regex.Pattern;

/** hey. */
final class Hey implements Peer {
  private static final Pattern PERCENTILE = Pattern.compile("(?m)^ +(\\d+)% in ([\\d.]+) (secs)$");
  private static final Pattern OTHER_STATUS = Pattern.compile("(?m)^ +\\[(?!200])\\d+]\\t.*resp");

  private final Program program;

  Hey() throws IOException {
    program = Program.installed("hey");
  }

  @Override
  public String name() {
    return "hey, nothing checked";
  }

  @Override
  public boolean checks() {
    return false;
  }

  @Override
  public String advantage() {
    return "It is compiled ahead, throws bodies away unread and keeps times alone.";
  }

  @Override
  public Map<Quantile, Double> run(Demand demand) throws IOException {
    String said =
        program
            .run(
                demand.folder(),
                "-n",
                Long.toString(demand.requests()),
                "-c",
                Integer.toString(demand.users()),
                demand.address().toString())
            .out();
    if (said.contains("Error distribution") || OTHER_STATUS.matcher(said).find()) {
      throw new IOException("hey had failed requests: " + said);
    }
    return Reading.lines(said, PERCENTILE);
  }
}

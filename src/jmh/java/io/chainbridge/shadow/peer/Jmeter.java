package io.chainbridge.shadow.peer;

import io.chainbridge.shadow.bench.Program;
import io.chainbridge.shadow.budget.Quantile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** JMeter as its Java DSL runs it, in a JVM with a class path of its own. */
final class Jmeter implements Peer {
  private static final Pattern PERCENTILE =
      Pattern.compile("(?m)^percentile (\\d+) ([\\d.]+) (ms)$");

  private static final String CLASS_PATH = "target/classpath";

  private final Program program;
  private final boolean checks;

  Jmeter(boolean checks) throws IOException {
    Path folder =
        Project.ready(
            "jmeter",
            copy ->
                Program.installed("mvn")
                    .run(
                        copy,
                        "--batch-mode",
                        "--quiet",
                        "compile",
                        "dependency:build-classpath",
                        "-Dmdep.outputFile=" + CLASS_PATH));
    program =
        Program.java(
            List.of(
                "-Xmx1G",
                "-cp",
                folder.resolve("target/classes")
                    + ":"
                    + Files.readString(folder.resolve(CLASS_PATH)).strip(),
                "JmeterPeer"));
    this.checks = checks;
  }

  @Override
  public String name() {
    return checks ? "JMeter, status and a member checked" : "JMeter, nothing checked";
  }

  @Override
  public boolean checks() {
    return checks;
  }

  @Override
  public String advantage() {
    return checks
        ? "It looks at one member instead of the whole contract."
        : "It checks nothing and keeps no record of a request.";
  }

  @Override
  public Map<Quantile, Double> run(Demand demand) throws IOException {
    return Reading.lines(
        program
            .run(
                demand.folder(),
                demand.address().toString(),
                Integer.toString(demand.users()),
                Long.toString(demand.requests()),
                Boolean.toString(checks))
            .out(),
        PERCENTILE);
  }
}

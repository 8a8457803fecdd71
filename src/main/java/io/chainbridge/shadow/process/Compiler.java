package io.chainbridge.shadow.process;

import java.util.ArrayList;
import java.util.List;

/** What compiles the code of a small JVM that serves answers. */
public enum Compiler {
  /** The client compiler alone is done soonest, and takes least from whoever measures. */
  CLIENT("-XX:TieredStopAtLevel=1"),
  /** The server compiler takes its time, after which twice as many answers are possible. */
  SERVER("-XX:+TieredCompilation");

  /**
   * The collector that needs the least threads, and memory that it need not look through often; no
   * file of counters in the temporary directory.
   */
  private static final List<String> SMALL =
      List.of(
          "-Xshare:auto",
          "-XX:+UseSerialGC",
          "-XX:-UsePerfData",
          "-Dslf4j.internal.verbosity=ERROR",
          "-Xms64m",
          "-XX:NewSize=32m",
          "-Xmx256m");

  private final String option;

  Compiler(String option) {
    this.option = option;
  }

  /** The JVM's options. */
  List<String> options() {
    List<String> options = new ArrayList<>(SMALL);
    options.add(option);
    return options;
  }
}

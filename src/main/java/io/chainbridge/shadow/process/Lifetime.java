package io.chainbridge.shadow.process;

import java.util.ArrayList;
import java.util.List;

/** How long a JVM is to serve answers, which decides how it is started. */
public enum Lifetime {
  /** For some hundred requests: the client compiler alone is warm soonest, and disturbs least. */
  SHORT("-XX:TieredStopAtLevel=1"),
  /**
   * For as many as can be: the server compiler takes its time, and makes twice as many possible.
   */
  LONG("-XX:+TieredCompilation");

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
          "-Xmn32m",
          "-Xmx256m");

  private final String compiler;

  Lifetime(String compiler) {
    this.compiler = compiler;
  }

  /** The JVM's options. */
  List<String> options() {
    List<String> options = new ArrayList<>(SMALL);
    options.add(compiler);
    return options;
  }
}

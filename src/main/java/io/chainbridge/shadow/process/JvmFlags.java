package io.chainbridge.shadow.process;

import java.util.List;

/** How a JVM is started that serves small answers and should be up soon. */
final class JvmFlags {

  /**
   * The client compiler alone, which is warm after some hundred requests; the collector that needs
   * the least threads; no file of counters in the temporary directory.
   */
  static final List<String> SMALL_AND_FAST =
      List.of(
          "-Xshare:auto",
          "-XX:TieredStopAtLevel=1",
          "-XX:+UseSerialGC",
          "-XX:-UsePerfData",
          "-Dslf4j.internal.verbosity=ERROR",
          "-Xms64m",
          "-Xmx256m");

  private JvmFlags() {}
}

package io.chainbridge.shadow.bench;

import java.io.IOException;

/** Measures whole processes, or simulates. What JMH measures is none. */
@FunctionalInterface
public interface Bench {
  /** Measures, and adds what it finds. */
  void measure(Findings findings) throws IOException, InterruptedException;
}

package io.chainbridge.shadow.bench;

import java.io.IOException;

/** Measures, or simulates. */
public interface Bench {
  /** Measures, and adds what it finds. */
  void measure(Findings findings) throws IOException;

  /** What it is chosen by. */
  default String name() {
    return getClass().getName();
  }
}

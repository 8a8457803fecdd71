package io.chainbridge.shadow.peer;

import io.chainbridge.shadow.budget.Quantile;
import java.io.IOException;
import java.util.Map;

/** A load generator that others have made, ready to run. */
public interface Peer {
  /** What it is and what it checks, for readers of a table. */
  String name();

  /** Whether it looks at answers. */
  boolean checks();

  /** A sentence on what it spares, for where it is faster than we are. */
  String advantage();

  /**
   * Runs it to its end.
   *
   * @return in ms, those of the percentiles that it reports
   * @throws IOException if it cannot be run, or says that a request failed
   */
  Map<Quantile, Double> run(Demand demand) throws IOException;
}

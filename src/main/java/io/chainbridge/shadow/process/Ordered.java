package io.chainbridge.shadow.process;

import java.io.IOException;

/** Who takes orders while it runs. Safe for use by many threads. */
public interface Ordered {
  /** The word of an answer to an order that was carried out. */
  String DONE = "done";

  /** Has an order carried out, and waits until it is, for 5 s at most. */
  Order tell(Order order) throws IOException;
}

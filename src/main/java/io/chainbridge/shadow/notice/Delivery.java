package io.chainbridge.shadow.notice;

import java.net.URI;
import java.util.List;

/**
 * What is to be sent. Its text does not show it, since address and bodies hold secrets. Immutable.
 *
 * @param address to which each body is posted, in order
 * @param bodies JSON
 */
record Delivery(Channel channel, URI address, List<String> bodies) {
  Delivery {
    bodies = List.copyOf(bodies);
  }

  @Override
  public String toString() {
    return "%d to %s".formatted(bodies.size(), channel);
  }
}

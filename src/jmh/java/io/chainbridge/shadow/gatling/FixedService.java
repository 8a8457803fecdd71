package io.chainbridge.shadow.gatling;

import java.io.IOException;
import java.net.URI;

/**
 * A service in a process of its own that does next to nothing for an answer. {@code /stats} of 0.3
 * KB and {@code /events} of 18 KB keep their contracts and are always the same; below {@code
 * /different} no body equals one of the last hundred thousand, so that each that is checked has to
 * be read. {@code /count} tells how many requests there were, those for itself among them.
 */
interface FixedService extends AutoCloseable {
  /** nginx; where that is not installed, a JVM. */
  static FixedService start() throws IOException {
    return Nginx.isInstalled() ? Nginx.start() : FastService.start();
  }

  /** Where it listens. */
  URI uri();

  /** Its process. */
  long pid();

  /** What it is, for readers of a table. */
  String name();

  /** What it answers for an endpoint, where all its answers are the same. */
  static String body(String endpoint) {
    return endpoint.equals("stats") ? Bodies.STATS.strip() + " ".repeat(200) : Bodies.events(18);
  }

  @Override
  void close();
}

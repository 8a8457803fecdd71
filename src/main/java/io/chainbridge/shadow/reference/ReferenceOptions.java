package io.chainbridge.shadow.reference;

import java.util.ArrayList;
import java.util.List;

/**
 * What a reference service is started with; the same value describes it whether it runs in this JVM
 * or in one of its own.
 *
 * @param port the port on 127.0.0.1, 1 to 65535, or 0 for any free one
 * @param events how many events to seed, 0 to {@link #MAX_EVENTS}, spread over the last 72 hours
 * @param seed what events and injected errors follow from: the same seed gives the same events
 *     relative to the time of start
 * @param faults how to misbehave
 */
public record ReferenceOptions(int port, int events, long seed, Faults faults) {

  /** The most events a service can be seeded with; more would outgrow the memory it is given. */
  public static final int MAX_EVENTS = 200_000;

  /** Any free port, 5,000 events, seed 42, no faults. */
  public static final ReferenceOptions DEFAULT = new ReferenceOptions(0, 5_000, 42, Faults.NONE);

  /**
   * Checks the bounds.
   *
   * @throws IllegalArgumentException if port or events are out of their bounds
   */
  public ReferenceOptions {
    if (port < 0 || port > 65_535) {
      throw new IllegalArgumentException("port must be 0 to 65535, was " + port);
    }
    if (events < 0 || events > MAX_EVENTS) {
      throw new IllegalArgumentException("events must be 0 to " + MAX_EVENTS + ", was " + events);
    }
  }

  /** These options with another port. */
  public ReferenceOptions withPort(int port) {
    return new ReferenceOptions(port, events, seed, faults);
  }

  /** These options with another number of events. */
  public ReferenceOptions withEvents(int events) {
    return new ReferenceOptions(port, events, seed, faults);
  }

  /** These options with another seed. */
  public ReferenceOptions withSeed(long seed) {
    return new ReferenceOptions(port, events, seed, faults);
  }

  /** These options with other faults. */
  public ReferenceOptions withFaults(Faults faults) {
    return new ReferenceOptions(port, events, seed, faults);
  }

  /** What to write after {@code serve} on a command line to start a service with these options. */
  public List<String> arguments() {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "--port=" + port,
                "--events=" + events,
                "--seed=" + seed,
                "--latency=" + faults.latency().toMillis() + "ms",
                "--error-rate=" + faults.errorRate(),
                "--events-kb=" + faults.eventsKb()));
    if (!faults.modelVersion()) {
      arguments.add("--no-model-version");
    }
    return List.copyOf(arguments);
  }
}

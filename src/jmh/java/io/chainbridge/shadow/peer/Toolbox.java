package io.chainbridge.shadow.peer;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * The load generators that this machine has, or gets.
 *
 * @param peers ready to run
 * @param absent a sentence for each that is left out: why, and how to get it
 */
public record Toolbox(List<Peer> peers, List<String> absent) {

  private static final Toolbox HERE = find();

  /** Those of this machine; what is not there is installed below {@code target}, and tried once. */
  public static Toolbox here() {
    return HERE;
  }

  private static Toolbox find() {
    Toolbox toolbox = new Toolbox(new ArrayList<>(), new ArrayList<>());
    toolbox.add("wrk", "apt-get install wrk", () -> List.of(new Wrk()));
    toolbox.add("hey", "apt-get install hey", () -> List.of(new Hey()));
    toolbox.add("autocannon", "install Node.js and npm", () -> List.of(new Autocannon()));
    toolbox.add(
        "Artillery",
        "install Node.js 22 and npm",
        () -> List.of(new Artillery(false), new Artillery(true)));
    toolbox.add(
        "JMeter",
        "run it once with Maven Central in reach",
        () -> List.of(new Jmeter(false), new Jmeter(true)));
    return toolbox;
  }

  /** What makes peers ready. */
  @FunctionalInterface
  private interface Source {
    List<Peer> get() throws IOException;
  }

  private void add(String name, String remedy, Source source) {
    try {
      peers.addAll(source.get());
    } catch (IOException | RuntimeException e) {
      absent.add("%s To have it: %s.".formatted(leftOut(name, e), remedy));
    }
  }

  /** A sentence of why a peer is not there. */
  public static String leftOut(String name, Throwable reason) {
    return "%s is left out: %s."
        .formatted(name, String.valueOf(reason.getMessage()).lines().findFirst().orElse(""));
  }
}

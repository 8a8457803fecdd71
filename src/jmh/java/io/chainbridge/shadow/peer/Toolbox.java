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

  /** Installs below {@code target} what is not there. */
  public static Toolbox open() {
    Toolbox toolbox = new Toolbox(new ArrayList<>(), new ArrayList<>());
    toolbox.add("wrk", Wrk::new, "apt-get install wrk");
    toolbox.add("hey", Hey::new, "apt-get install hey");
    toolbox.add("autocannon", Autocannon::new, "install Node.js and npm");
    toolbox.add("Artillery", () -> new Artillery(false), "install Node.js 22 and npm");
    toolbox.add("Artillery", () -> new Artillery(true), "install Node.js 22 and npm");
    toolbox.add("JMeter", () -> new Jmeter(false), "run it once with Maven Central in reach");
    toolbox.add("JMeter", () -> new Jmeter(true), "run it once with Maven Central in reach");
    return toolbox;
  }

  /** What makes a peer ready. */
  @FunctionalInterface
  private interface Source {
    Peer get() throws IOException;
  }

  private void add(String name, Source source, String remedy) {
    try {
      peers.add(source.get());
    } catch (IOException e) {
      String line =
          "%s is left out: %s. To have it: %s."
              .formatted(
                  name, String.valueOf(e.getMessage()).lines().findFirst().orElse(""), remedy);
      if (!absent.contains(line)) {
        absent.add(line);
      }
    }
  }
}

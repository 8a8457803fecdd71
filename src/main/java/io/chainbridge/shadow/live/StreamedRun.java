package io.chainbridge.shadow.live;

import java.time.Instant;
import java.util.List;

/**
 * By what a collector tells one run from another.
 *
 * @param simulation load shape, such as {@code Probe}
 * @param gate name of the gate
 * @param start when it began
 * @param endpoints whose requests are streamed; those of others are passed over
 */
public record StreamedRun(String simulation, String gate, Instant start, List<String> endpoints) {

  /** Takes a copy of the list. */
  public StreamedRun {
    endpoints = List.copyOf(endpoints);
  }
}

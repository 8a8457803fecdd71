package io.chainbridge.shadow.budget;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * How one limit of a budget file changed. Immutable.
 *
 * @param name begins with that of the limit: {@code p95_latency_ms of stats}
 * @param before its figure; empty if the limit is new
 * @param now its figure; empty if the limit is gone
 */
public record LimitChange(String name, Optional<BigDecimal> before, Optional<BigDecimal> now) {
  private static final Map<String, String> UNITS =
      Map.of("_ms", " ms", "_kb", " KB", "_s", " s", "_rps", " requests/s");

  /** Which way a limit can change. */
  public enum Way {
    NEW("new"),
    STRICTER("tightened"),
    /** A limit that is gone too. */
    LOOSER("loosened");

    private final String verb;

    Way(String verb) {
      this.verb = verb;
    }
  }

  /** What changed between two versions, by name, each of their figures by its name. */
  public static List<LimitChange> between(
      Map<String, BigDecimal> before, Map<String, BigDecimal> now) {
    TreeSet<String> names = new TreeSet<>(before.keySet());
    names.addAll(now.keySet());
    List<LimitChange> changes = new ArrayList<>();
    for (String name : names) {
      LimitChange change =
          new LimitChange(
              name, Optional.ofNullable(before.get(name)), Optional.ofNullable(now.get(name)));
      if (change.before.isEmpty()
          || change.now.isEmpty()
          || change.before.get().compareTo(change.now.get()) != 0) {
        changes.add(change);
      }
    }
    return List.copyOf(changes);
  }

  /** Which way it changed: a greater figure is looser, but for a least one. */
  public Way way() {
    if (before.isEmpty()) {
      return Way.NEW;
    }
    boolean rose = now.isPresent() && now.get().compareTo(before.get()) > 0;
    return now.isPresent() && rose == name.startsWith("min_") ? Way.STRICTER : Way.LOOSER;
  }

  /** Such as {@code loosened from 75 to 90 ms}, {@code loosened from 75 ms to none}. */
  public String words() {
    return before.isEmpty()
        ? "new: " + plain(now) + unit()
        : "%s from %s%s to %s"
            .formatted(
                way().verb,
                plain(before),
                now.isEmpty() ? unit() : "",
                now.isEmpty() ? "none" : plain(now) + unit());
  }

  private static String plain(Optional<BigDecimal> figure) {
    return figure.orElseThrow().stripTrailingZeros().toPlainString();
  }

  private String unit() {
    String limit = name.split(" ", 2)[0];
    return UNITS.entrySet().stream()
        .filter(unit -> limit.endsWith(unit.getKey()))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse("");
  }
}

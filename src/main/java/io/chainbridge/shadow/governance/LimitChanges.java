package io.chainbridge.shadow.governance;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** How limits changed, in figures. */
final class LimitChanges {
  private static final Map<String, String> UNITS =
      Map.of("_ms", " ms", "_kb", " KB", "_s", " s", "_rps", " requests/s");

  private LimitChanges() {}

  /**
   * Such as {@code p95_latency_ms of stats loosened from 75 to 90 ms}; empty if none changed.
   *
   * @param before by names that begin with that of the limit
   * @param now the same
   */
  static List<String> between(Map<String, BigDecimal> before, Map<String, BigDecimal> now) {
    TreeSet<String> names = new TreeSet<>(before.keySet());
    names.addAll(now.keySet());
    List<String> changes = new ArrayList<>();
    for (String name : names) {
      @Nullable BigDecimal old = before.get(name);
      @Nullable BigDecimal figure = now.get(name);
      if (old == null && figure != null) {
        changes.add("%s new: %s%s".formatted(name, plain(figure), unit(name)));
      } else if (figure == null && old != null) {
        changes.add("%s loosened from %s%s to none".formatted(name, plain(old), unit(name)));
      } else if (figure != null && old != null && figure.compareTo(old) != 0) {
        boolean loosened = figure.compareTo(old) > 0 != name.startsWith("min_");
        changes.add(
            "%s %s from %s to %s%s"
                .formatted(
                    name,
                    loosened ? "loosened" : "tightened",
                    plain(old),
                    plain(figure),
                    unit(name)));
      }
    }
    return changes;
  }

  private static String plain(BigDecimal figure) {
    return figure.stripTrailingZeros().toPlainString();
  }

  private static String unit(String name) {
    String limit = name.split(" ", 2)[0];
    return UNITS.entrySet().stream()
        .filter(unit -> limit.endsWith(unit.getKey()))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse("");
  }
}

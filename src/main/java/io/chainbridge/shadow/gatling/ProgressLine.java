package io.chainbridge.shadow.gatling;

import io.chainbridge.shadow.budget.Endpoint;
import io.chainbridge.shadow.budget.Gate;
import io.chainbridge.shadow.budget.Limit;
import io.chainbridge.shadow.record.RunRecorder;
import io.chainbridge.shadow.record.Standing;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** How a run goes, in one line of plain ASCII. Immutable. */
final class ProgressLine {
  private static final int BAR = 20;

  private final Gate gate;
  private final Optional<Duration> total;
  private final OptionalLong totalRequests;

  /**
   * @param total how long it is to take; empty if nobody knows
   * @param totalRequests how many requests it is to make; empty if nobody knows
   */
  ProgressLine(Gate gate, Optional<Duration> total, OptionalLong totalRequests) {
    this.gate = gate;
    this.total = total;
    this.totalRequests = totalRequests;
  }

  /** How a run stood at some time after it began to measure. */
  record Moment(Duration elapsed, Standing standing) {
    private double requestsPerSecondSince(Moment earlier) {
      double seconds = elapsed.minus(earlier.elapsed).toNanos() / 1e9;
      return seconds <= 0 ? 0 : (standing.requests() - earlier.standing.requests()) / seconds;
    }
  }

  /** Such as {@code 0:10 of 1:00 | 1,234 requests, 120/s, 0 failed | stats p95 12 of 75 ms}. */
  String text(Moment earlier, Moment now) {
    List<String> parts = new ArrayList<>();
    parts.add(clock(now.elapsed) + total.map(length -> " of " + clock(length)).orElse(""));
    Standing standing = now.standing;
    if (!standing.phase().equals(RunRecorder.NO_PHASE)) {
      parts.add(phase(standing.phase(), plain(standing.rate())));
    }
    parts.add(
        "%s requests, %s/s, %s failed"
            .formatted(
                requests(standing),
                rate(now.requestsPerSecondSince(earlier)),
                count(standing.failures())));
    for (Endpoint endpoint : gate.endpoints()) {
      @Nullable Duration p95 = standing.p95s().get(endpoint.name());
      if (p95 != null) {
        parts.add(p95(endpoint, standing.phase(), p95));
      }
    }
    return String.join(" | ", parts);
  }

  /** The same after a bar, if it is known how much is to come. */
  String bar(Moment earlier, Moment now) {
    OptionalDouble done = done(now);
    if (done.isEmpty()) {
      return text(earlier, now);
    }
    int filled = (int) (BAR * Math.min(1, done.getAsDouble()));
    return "[%s%s] %s".formatted("#".repeat(filled), ".".repeat(BAR - filled), text(earlier, now));
  }

  private OptionalDouble done(Moment now) {
    if (totalRequests.isPresent()) {
      return OptionalDouble.of((double) now.standing.requests() / totalRequests.getAsLong());
    }
    return total.isPresent()
        ? OptionalDouble.of((double) now.elapsed.toNanos() / total.get().toNanos())
        : OptionalDouble.empty();
  }

  private String requests(Standing standing) {
    String made = count(standing.requests());
    return totalRequests.isPresent() ? made + " of " + count(totalRequests.getAsLong()) : made;
  }

  private String p95(Endpoint endpoint, String phase, Duration p95) {
    @Nullable Double budget = gate.limits(phase, endpoint).get(Limit.P95_LATENCY_MS);
    String limit = budget == null ? "" : " of " + plain(budget);
    return "%s p95 %s%s ms".formatted(endpoint.name(), count(p95.toMillis()), limit);
  }

  /** Some are named after their rate. */
  private static String phase(String name, String rate) {
    return name.startsWith(rate + " ") ? name : "%s at %s/s".formatted(name, rate);
  }

  private static String clock(Duration time) {
    return time.toHours() == 0
        ? "%d:%02d".formatted(time.toMinutes(), time.toSecondsPart())
        : "%d:%02d:%02d".formatted(time.toHours(), time.toMinutesPart(), time.toSecondsPart());
  }

  private static String count(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  private static String rate(double perSecond) {
    return String.format(Locale.ROOT, perSecond < 10 ? "%.1f" : "%,.0f", perSecond);
  }

  private static String plain(double number) {
    return new BigDecimal(number, new MathContext(6)).stripTrailingZeros().toPlainString();
  }
}

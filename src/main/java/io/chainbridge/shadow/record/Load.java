package io.chainbridge.shadow.record;

import io.chainbridge.shadow.settings.Durations;
import io.chainbridge.shadow.settings.Pace;
import io.chainbridge.shadow.settings.Pause;
import io.chainbridge.shadow.settings.Shape;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Locale;

/**
 * The load that was asked for.
 *
 * @param shape what it is to tell
 * @param pace how hard
 * @param warmup silent requests per endpoint before measuring
 * @param timeout of a request
 */
public record Load(Shape shape, Pace pace, int warmup, Duration timeout) {

  /** Open or closed: whether users arrive however slow the service is, or wait for it. */
  public String model() {
    return pace.open() ? "open" : "closed";
  }

  /** In one line, for readers. */
  public String description() {
    return demand() + afterWarmUp();
  }

  /**
   * The same without the warm-up: what a service that is measured has to stand. A history tells its
   * series apart by these words: other ones would cut each in two.
   */
  public String demand() {
    return "%s model, %s".formatted(model(), text(pace));
  }

  private static String text(Pace pace) {
    if (pace instanceof Pace.Closed closed) {
      return closed(closed);
    }
    if (pace instanceof Pace.UntilProven proof) {
      return String.format(
          Locale.ROOT,
          "%s, as many requests as prove all limits at %s %%, up to %,d per endpoint",
          count(proof.users(), "user"),
          BigDecimal.valueOf(proof.confidence())
              .movePointRight(2)
              .stripTrailingZeros()
              .toPlainString(),
          proof.maxIterations());
    }
    if (pace instanceof Pace.Pairs pairs) {
      return "%s, %s of requests per endpoint"
          .formatted(count(pairs.users(), "user"), count(pairs.pairs(), "pair"));
    }
    if (pace instanceof Pace.Constant constant) {
      return "%s for %s".formatted(rate(constant.rate()), Durations.text(constant.duration()));
    }
    if (pace instanceof Pace.Steps steps) {
      return "%s, %s more in each of %s of %s"
          .formatted(
              rate(steps.startRate()),
              number(steps.stepRate()),
              count(steps.steps(), "step"),
              Durations.text(steps.stepDuration()));
    }
    if (pace instanceof Pace.Peak peak) {
      return "%s for %s, %s in a peak of %s, %s for %s"
          .formatted(
              rate(peak.rate()),
              Durations.text(peak.beforePeak()),
              number(peak.peakRate()),
              Durations.text(peak.peakDuration()),
              number(peak.rate()),
              Durations.text(peak.afterPeak()));
    }
    Pace.Search search = (Pace.Search) pace;
    return "a search from %s up to %s, each rate for %s or more"
        .formatted(
            number(search.startRate()),
            rate(search.maxRate()),
            Durations.text(search.probeDuration()));
  }

  private static String closed(Pace.Closed closed) {
    String users = count(closed.users(), "user");
    String pause =
        closed.pause().equals(Pause.NONE)
            ? ""
            : " pausing %s".formatted(closed.pause().toString().replace(":", ", "));
    return closed.iterations().isPresent()
        ? "%s%s, %s per endpoint"
            .formatted(users, pause, count(closed.iterations().getAsInt(), "request"))
        : "%s%s for %s"
            .formatted(users, pause, Durations.text(closed.duration().orElse(Duration.ZERO)));
  }

  private String afterWarmUp() {
    if (warmup == 0) {
      return " after no warm-up";
    }
    boolean perEndpoint =
        pace instanceof Pace.UntilProven
            || pace instanceof Pace.Pairs
            || (pace instanceof Pace.Closed closed && closed.iterations().isPresent());
    return " after "
        + (perEndpoint
            ? count(warmup, "silent one")
            : count(warmup, "silent request") + " per endpoint");
  }

  private static String rate(double rate) {
    return number(rate) + " arrivals/s";
  }

  private static String number(double rate) {
    return BigDecimal.valueOf(rate).stripTrailingZeros().toPlainString();
  }

  private static String count(int number, String noun) {
    return String.format(Locale.ROOT, "%,d %s%s", number, noun, number == 1 ? "" : "s");
  }
}

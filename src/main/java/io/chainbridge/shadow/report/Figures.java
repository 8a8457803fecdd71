package io.chainbridge.shadow.report;

import io.chainbridge.shadow.budget.Limit;
import io.chainbridge.shadow.verdict.Evidence;
import io.chainbridge.shadow.verdict.Outcome;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.OptionalDouble;

/** Figures of limits and outcomes in words, with their units. */
public final class Figures {
  private static final String NONE = "-";

  private Figures() {}

  /** Whom it is about: an endpoint's name, or all of them. */
  static String endpoint(Outcome outcome) {
    return outcome.endpoint().isEmpty() ? "all" : outcome.endpoint();
  }

  static String budget(Outcome outcome) {
    return budget(outcome.limit(), outcome.budget());
  }

  static String budget(String limit, double budget) {
    return switch (limit) {
      case Outcome.CONTRACT -> "kept";
      case Outcome.MIN_CAPACITY -> ">= " + withUnit(limit, budget);
      default -> "< " + withUnit(limit, budget);
    };
  }

  static String measured(Outcome outcome) {
    OptionalDouble measured = outcome.measured();
    return measured.isEmpty() ? NONE : withUnit(outcome.limit(), measured.getAsDouble());
  }

  static String headroom(Outcome outcome) {
    OptionalDouble headroom = outcome.headroom();
    return headroom.isEmpty() ? NONE : percent(headroom.getAsDouble());
  }

  static String result(Outcome outcome) {
    return switch (outcome.result()) {
      case MET -> "met";
      case BREACHED -> "BREACHED";
      case INCONCLUSIVE -> "INCONCLUSIVE";
      case NO_DATA -> "NO DATA";
    };
  }

  static String evidence(Outcome outcome) {
    Evidence evidence = outcome.evidence();
    if (evidence instanceof Evidence.Proportion proportion) {
      if (proportion.onDemand()) {
        return onDemand(proportion);
      }
      return switch (proportion.proof()) {
        case PROVEN -> "proven";
        case REFUTED -> "refuted";
        case NOT_PROVEN -> notProven(outcome, proportion);
      };
    }
    if (evidence instanceof Evidence.BodySize size) {
      return "largest of %s: %s"
          .formatted(count(size.bodies()), withUnit(outcome.limit(), size.largestKb()));
    }
    if (evidence instanceof Evidence.ContractKept contract) {
      return checked(contract);
    }
    if (evidence instanceof Evidence.BelowNoise noise) {
      return "below the noise of this machine, " + milliseconds(noise.floorMs());
    }
    if (evidence instanceof Evidence.Difference difference) {
      return DifferenceText.interval(difference);
    }
    return ShapeLimit.isOne(outcome) ? ShapeLimit.evidence(outcome) : "nothing measured";
  }

  /** What came of a run that was to go on until it proved something. */
  static String onDemand(Evidence.Proportion proportion) {
    return "%s at %s after %s"
        .formatted(
            switch (proportion.proof()) {
              case PROVEN -> "proven";
              case REFUTED -> "refuted";
              case NOT_PROVEN -> "not proven";
            },
            confidence(proportion.confidence()),
            counted(proportion.requests(), "request", "requests"));
  }

  /** As a percentage with all its digits: 95 %, 99.95 %. */
  static String confidence(double confidence) {
    return BigDecimal.valueOf(confidence).movePointRight(2).stripTrailingZeros().toPlainString()
        + " %";
  }

  /** Such as {@code 1 request} and {@code 1,000 requests}. */
  public static String counted(long number, String one, String many) {
    return count(number) + " " + (number == 1 ? one : many);
  }

  private static String notProven(Outcome outcome, Evidence.Proportion proportion) {
    String requests = count(proportion.requests());
    return outcome.passed()
        ? "not proven by %s; %s with none over would"
            .formatted(requests, count(proportion.requestsToProve()))
        : "not refuted by %s".formatted(requests);
  }

  /** How many answers were held against the contract, and of how many if not of all. */
  static String checked(Evidence.ContractKept contract) {
    return contract.checked() == contract.answers()
        ? "%s answers checked".formatted(count(contract.answers()))
        : "%s of %s answers checked, %s"
            .formatted(
                count(contract.checked()), count(contract.answers()), share(contract.share()));
  }

  /** A figure of a limit; a bare number if the limit is none that there is today. */
  public static String withUnit(String limit, double figure) {
    return switch (limit) {
      case Outcome.CONTRACT -> count((long) figure) + " broken";
      case Outcome.MAX_RECOVERY -> decimal(figure) + " s";
      case Outcome.MAX_DRIFT -> percent(figure);
      case Outcome.MIN_CAPACITY -> rate(figure) + " /s";
      default ->
          LimitName.limit(limit)
              .map(known -> withUnit(known, figure))
              .or(() -> Outcome.regressing(limit).map(quantile -> change(figure)))
              .orElseGet(() -> decimal(figure));
    };
  }

  private static String withUnit(Limit limit, double figure) {
    return switch (limit) {
      case P50_LATENCY_MS, P95_LATENCY_MS, P99_LATENCY_MS -> decimal(figure) + " ms";
      case MAX_RESPONSE_SIZE_KB -> kilobytes(figure);
      case MAX_FAILURE_RATE -> percent(figure);
    };
  }

  /** Arrivals or requests a second, as a bare number: 1,000, 37.5, 0.31. */
  static String rate(double perSecond) {
    return perSecond >= 1_000 && perSecond == Math.rint(perSecond)
        ? count((long) perSecond)
        : decimal(perSecond);
  }

  /** A time, to two decimals. */
  static String milliseconds(double millis) {
    return decimal(millis) + " ms";
  }

  /** A size, to two decimals. */
  static String kilobytes(double kb) {
    return decimal(kb) + " KB";
  }

  /** With commas between thousands. */
  public static String count(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  /** A ratio of 1 or more: 5.5 times, 1,334 times. */
  static String times(double ratio) {
    return String.format(Locale.ROOT, ratio < 100 ? "%.1f" : "%,.0f", ratio).replaceAll("\\.0$", "")
        + " times";
  }

  /** A ratio to three significant digits: 13.9 %, 0.998 %, 100 %. */
  static String share(double ratio) {
    double percent = ratio * 100;
    int digits = percent >= 100 ? 0 : percent >= 10 ? 1 : percent >= 1 ? 2 : 3;
    return String.format(Locale.ROOT, "%." + digits + "f", percent)
            .replaceAll("(\\.\\d*?)0+$", "$1")
            .replaceAll("\\.$", "")
        + " %";
  }

  /** A change as a signed percentage of one decimal at most: +3.1 %, -12 %, 0 %. */
  static String change(double ratio) {
    double rounded = Math.round(ratio * 1_000) / 1_000.0;
    return (rounded > 0 ? "+" : "") + percent(rounded);
  }

  /** A ratio as a percentage of two decimals at most. */
  public static String percent(double ratio) {
    return decimal(ratio * 100) + " %";
  }

  /** Two decimals at most: 75, 12.5, 0.25. Smaller figures keep two significant digits. */
  private static String decimal(double figure) {
    String text =
        figure != 0 && Math.abs(figure) < 0.01
            ? String.format(Locale.ROOT, "%.2g", figure)
            : String.format(Locale.ROOT, "%.2f", figure);
    return text.contains("e") || !text.contains(".")
        ? text
        : text.replaceAll("0+$", "").replaceAll("\\.$", "");
  }
}

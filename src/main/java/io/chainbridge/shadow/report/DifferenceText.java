package io.chainbridge.shadow.report;

import io.chainbridge.shadow.record.EndpointRecord;
import io.chainbridge.shadow.record.RunRecord;
import io.chainbridge.shadow.verdict.Comparison;
import io.chainbridge.shadow.verdict.Evidence;
import io.chainbridge.shadow.verdict.Outcome;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What a comparison with a baseline shows, in words. */
final class DifferenceText {
  private DifferenceText() {}

  /** Where the change lies: {@code -1.2 % to +3.4 % at 98 %}. */
  static String interval(Evidence.Difference difference) {
    return difference
        .percentile()
        .interval()
        .map(
            range ->
                "%s to %s at %s"
                    .formatted(
                        Figures.change(range.least()),
                        Figures.change(range.most()),
                        Figures.percent(Comparison.CONFIDENCE)))
        .orElseGet(
            () ->
                "not told by %s; %s would"
                    .formatted(
                        Figures.counted(difference.pairs(), "pair", "pairs"),
                        Figures.count(difference.percentile().pairsToTell())));
  }

  /** The same for a page. */
  static EvidenceText evidence(Outcome outcome, Evidence.Difference difference) {
    return new EvidenceText(
        switch (difference.proof(outcome.budget())) {
          case PROVEN -> "proven";
          case REFUTED -> "refuted";
          case NOT_PROVEN -> "not proven";
        },
        difference.percentile().interval().isEmpty()
            ? interval(difference)
            : Figures.counted(difference.pairs(), "pair", "pairs"),
        difference.percentile().interval().isEmpty()
            ? ""
            : "the change is between " + interval(difference).replace(" to ", " and "));
  }

  /** Why the outcome does not pass, in a sentence. */
  static String sentence(Outcome outcome, RunRecord run) {
    if (!(outcome.evidence() instanceof Evidence.Difference difference)) {
      return "%s %s: no data, since %s"
          .formatted(outcome.endpoint(), outcome.limit(), lack(outcome.endpoint(), run));
    }
    return "%s %s: %s from %s to %s, %s; at most %s may be"
        .formatted(
            outcome.endpoint(),
            outcome.limit(),
            Figures.measured(outcome),
            millis(difference.percentile().baseline()),
            millis(difference.percentile().candidate()),
            interval(difference),
            Figures.budget(outcome).substring("< ".length()));
  }

  private static String lack(String endpoint, RunRecord run) {
    if (fails(endpoint, run.endpoints())) {
      return "none of its requests succeeded";
    }
    return run.baseline().filter(baseline -> fails(endpoint, baseline.endpoints())).isPresent()
        ? "none of the baseline's requests succeeded"
        : "no pair of requests was made";
  }

  private static boolean fails(String endpoint, List<EndpointRecord> measured) {
    return measured.stream()
        .anyMatch(
            record ->
                record.name().equals(endpoint) && record.requests() > 0 && record.successes() == 0);
  }

  /** What was found of one endpoint, in a sentence. */
  static String of(Comparison comparison) {
    return "%s beside its baseline: %s; an answer is slower than one of the baseline in %s of cases (%s effect, %s by Mann-Whitney)"
        .formatted(
            comparison.endpoint(),
            comparison.percentiles().stream()
                .map(DifferenceText::percentile)
                .collect(Collectors.joining(", ")),
            Figures.share(comparison.slower()),
            comparison.effect().name().toLowerCase(Locale.ROOT),
            FindingText.probability(comparison.pValue()));
  }

  private static String percentile(Comparison.Percentile percentile) {
    return "%s %s (%s, before %s)"
        .formatted(
            LimitName.of(percentile.quantile()),
            Figures.change(percentile.change()),
            millis(percentile.candidate()),
            millis(percentile.baseline()));
  }

  private static String millis(Duration latency) {
    return Figures.withUnit("p50_latency_ms", latency.toNanos() / 1e6);
  }
}

package io.chainbridge.shadow.report;

import io.chainbridge.shadow.budget.Limit;
import io.chainbridge.shadow.budget.Quantile;
import io.chainbridge.shadow.record.RunRecord;
import io.chainbridge.shadow.settings.Pace;
import io.chainbridge.shadow.verdict.Evidence;
import io.chainbridge.shadow.verdict.Outcome;
import java.util.Optional;

/**
 * What an outcome rests on, in a reviewer's words.
 *
 * @param proof proven, not proven or refuted; empty where chance plays no part
 * @param sample what was seen, and how much would have to be
 * @param bound what holds of all requests, at the confidence; empty where chance plays no part
 */
record EvidenceText(String proof, String sample, String bound) {

  static EvidenceText of(Outcome outcome) {
    Evidence evidence = outcome.evidence();
    if (evidence instanceof Evidence.Proportion proportion) {
      return of(outcome, proportion);
    }
    if (evidence instanceof Evidence.BodySize size) {
      return plain(
          "mean of %s; the largest has %s"
              .formatted(
                  Figures.counted(size.bodies(), "body", "bodies"),
                  Figures.withUnit(outcome.limit(), size.largestKb())));
    }
    if (evidence instanceof Evidence.ContractKept contract) {
      return plain(
          contract.checked() == contract.answers()
              ? "every answer checked: " + Figures.count(contract.answers())
              : Figures.checked(contract));
    }
    if (evidence instanceof Evidence.BelowNoise) {
      return plain(Figures.evidence(outcome));
    }
    if (evidence instanceof Evidence.Difference difference) {
      return DifferenceText.evidence(outcome, difference);
    }
    if (ShapeLimit.isOne(outcome)) {
      return plain(ShapeLimit.evidence(outcome));
    }
    return plain("no successful request to judge by");
  }

  private static EvidenceText plain(String sample) {
    return new EvidenceText("", sample, "");
  }

  /** What evidence is called, with the confidence of its proofs. */
  static String title(RunRecord run) {
    double confidence =
        run.load().pace() instanceof Pace.UntilProven proof
            ? proof.confidence()
            : Evidence.Proportion.CONFIDENCE;
    return "evidence at " + Figures.confidence(confidence);
  }

  private static EvidenceText of(Outcome outcome, Evidence.Proportion proportion) {
    if (proportion.onDemand()) {
      return new EvidenceText(
          Figures.onDemand(proportion), over(outcome, proportion), bound(outcome, proportion));
    }
    return switch (proportion.proof()) {
      case PROVEN ->
          new EvidenceText("proven", sample(outcome, proportion), bound(outcome, proportion));
      case REFUTED ->
          new EvidenceText("refuted", sample(outcome, proportion), bound(outcome, proportion));
      case NOT_PROVEN ->
          new EvidenceText(
              "not proven",
              sample(outcome, proportion) + "; " + wanted(outcome, proportion),
              bound(outcome, proportion));
    };
  }

  private static String sample(Outcome outcome, Evidence.Proportion proportion) {
    String requests = Figures.counted(proportion.requests(), "request", "requests");
    return proportion.over() == 0 ? requests : requests + ", " + over(outcome, proportion);
  }

  private static String over(Outcome outcome, Evidence.Proportion proportion) {
    return "%s of them %s"
        .formatted(
            proportion.over() == 0 ? "none" : Figures.count(proportion.over()),
            failure(outcome) ? "failed" : "over");
  }

  private static String wanted(Outcome outcome, Evidence.Proportion proportion) {
    return "%s with none %s would prove %s"
        .formatted(
            Figures.count(proportion.requestsToProve()),
            failure(outcome) ? "failed" : "over",
            quantile(outcome).map(quantile -> LimitName.of(quantile)).orElse("it"));
  }

  private static String bound(Outcome outcome, Evidence.Proportion proportion) {
    return "at %s %s of all requests would %s"
        .formatted(
            outcome.measured().orElse(Double.MAX_VALUE) < outcome.budget() ? "most" : "least",
            Figures.share(proportion.bound()),
            failure(outcome)
                ? "fail"
                : "take %s or more".formatted(Figures.withUnit(outcome.limit(), outcome.budget())));
  }

  private static boolean failure(Outcome outcome) {
    return outcome.limit().equals(Limit.MAX_FAILURE_RATE.key());
  }

  private static Optional<Quantile> quantile(Outcome outcome) {
    return LimitName.limit(outcome.limit()).flatMap(Limit::quantile);
  }
}

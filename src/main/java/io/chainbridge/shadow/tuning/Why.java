package io.chainbridge.shadow.tuning;

import java.math.BigDecimal;
import java.util.Optional;

/** Why a limit changes or stays, in words. */
final class Why {
  private Why() {}

  static String of(Decision decision, Terms terms) {
    String why =
        switch (decision.reason()) {
          case ASKED -> most(decision) + ", plus headroom";
          case FINEST -> most(decision) + "; the runs cannot tell a lower limit";
          case LOOSEST_OWN ->
              "the loosest of the endpoints' own; rule 12 allows none above its figure";
          case SAME -> "the history asks for the same";
          case LOOSER -> "the history asks for %s, which is looser".formatted(asked(decision));
          case TOO_NEAR -> "the history asks for %s, within 5 %%".formatted(asked(decision));
          case NOT_TOLD ->
              "the history asks for %s, and its runs cannot tell a lower limit than %s"
                  .formatted(asked(decision), figure(decision, decision.finest()));
          case TOO_FEW_RUNS -> tooFew(decision, terms);
          case NOT_IN_USE -> "each endpoint has its own";
        };
    return decision.changes() ? why : "stays: " + why;
  }

  private static String most(Decision decision) {
    return decision
        .most()
        .map(
            ask ->
                "%s at the quantile of %s of %s"
                    .formatted(
                        Words.figure(ask.limit(), ask.quantile()),
                        Words.count(ask.runs()),
                        ask.endpoint()))
        .orElseThrow();
  }

  private static String asked(Decision decision) {
    return figure(decision, decision.most().map(Ask::figure));
  }

  private static String figure(Decision decision, Optional<BigDecimal> figure) {
    return Words.figure(decision.place().limit(), figure.orElseThrow());
  }

  private static String tooFew(Decision decision, Terms terms) {
    String found =
        decision
            .unknown()
            .map(endpoint -> "no run of " + endpoint)
            .or(
                () ->
                    decision
                        .thin()
                        .map(
                            ask ->
                                "%s of %s, %s, %s"
                                    .formatted(
                                        Words.count(ask.runs()),
                                        ask.endpoint(),
                                        Words.subject(ask.subject()),
                                        Words.days(ask))))
            .orElseThrow();
    return "%s; %d needed".formatted(found, terms.minRuns());
  }
}

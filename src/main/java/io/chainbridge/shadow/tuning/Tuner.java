package io.chainbridge.shadow.tuning;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import io.chainbridge.shadow.budget.Limit;
import io.chainbridge.shadow.trend.PastOutcome;
import io.chainbridge.shadow.trend.PastRun;
import io.chainbridge.shadow.trend.Series;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/**
 * Decides what limits could be. A figure that several endpoints go by is the loosest that any of
 * them asks for, on any target and under any load shape. The figure of the gate is that of rule 12
 * too if the rule is about the file; no endpoint's own may be looser then.
 */
final class Tuner {
  /** A share of the figure of now; what moves by less is noise. */
  private static final BigDecimal LEAST_CHANGE = new BigDecimal("0.05");

  private final List<Ask> asks;
  private final Terms terms;

  private Tuner(List<Ask> asks, Terms terms) {
    this.asks = asks;
    this.terms = terms;
  }

  /** The decision on each place, in their order. */
  static List<Decision> decide(List<Place> places, List<PastRun> runs, Terms terms) {
    Tuner tuner = new Tuner(asks(runs, terms), terms);
    List<Decision> own =
        places.stream().filter(place -> place.owner().isPresent()).map(tuner::decide).toList();
    List<Decision> decisions = new ArrayList<>();
    places.stream()
        .filter(place -> place.owner().isEmpty())
        .map(place -> loosestOwn(tuner.decide(place), own))
        .forEach(decisions::add);
    decisions.addAll(own);
    return List.copyOf(decisions);
  }

  private static List<Ask> asks(List<PastRun> runs, Terms terms) {
    return Series.of(runs).stream()
        .filter(series -> series.last().outcome().phase().isEmpty())
        .filter(series -> limit(series).isPresent())
        .collect(groupingBy(Tuner::underAnyLoad, LinkedHashMap::new, toList()))
        .values()
        .parallelStream()
        .map(loads -> Ask.of(loads, limit(loads.get(0)).orElseThrow(), terms))
        .toList();
  }

  /** A limit holds under all loads, but under each of them has a level of its own. */
  private static List<Object> underAnyLoad(Series series) {
    PastOutcome outcome = series.last().outcome();
    return List.of(series.subject().ofAnyLoad(), outcome.endpoint(), outcome.limit());
  }

  private static Optional<Limit> limit(Series series) {
    return Limit.find(series.last().outcome().limit());
  }

  private Decision decide(Place place) {
    List<Ask> mine =
        asks.stream()
            .filter(ask -> ask.limit() == place.limit())
            .filter(ask -> place.endpoints().contains(ask.endpoint()))
            .toList();
    Decision stays = new Decision(place, place.now(), Decision.Reason.TOO_FEW_RUNS, mine);
    if (place.endpoints().isEmpty()) {
      return with(stays, place.now(), Decision.Reason.NOT_IN_USE);
    }
    if (stays.unknown().isPresent() || stays.thin().isPresent()) {
      return stays;
    }
    BigDecimal asked = stays.most().orElseThrow().figure();
    int direction = asked.compareTo(place.now());
    if (direction == 0) {
      return with(stays, place.now(), Decision.Reason.SAME);
    }
    if (direction > 0) {
      return terms.allowLooser()
          ? unlessNear(with(stays, asked, Decision.Reason.ASKED))
          : with(stays, place.now(), Decision.Reason.LOOSER);
    }
    BigDecimal finest = stays.finest().orElseThrow();
    if (finest.compareTo(place.now()) >= 0) {
      return with(stays, place.now(), Decision.Reason.NOT_TOLD);
    }
    return unlessNear(
        finest.compareTo(asked) > 0
            ? with(stays, finest, Decision.Reason.FINEST)
            : with(stays, asked, Decision.Reason.ASKED));
  }

  private static Decision unlessNear(Decision decision) {
    return isFar(decision)
        ? decision
        : with(decision, decision.place().now(), Decision.Reason.TOO_NEAR);
  }

  private static boolean isFar(Decision decision) {
    BigDecimal now = decision.place().now();
    BigDecimal distance = decision.figure().subtract(now).abs();
    return distance.compareTo(now.multiply(LEAST_CHANGE)) >= 0;
  }

  /** Of the gate's own figure, if rule 12 holds it too: none of an endpoint may be above it. */
  private static Decision loosestOwn(Decision decision, List<Decision> own) {
    Place place = decision.place();
    List<Decision> others =
        own.stream().filter(other -> other.place().limit() == place.limit()).toList();
    if (place.rulePointer().isEmpty() || others.isEmpty()) {
      return decision;
    }
    BigDecimal loosest =
        others.stream().map(Decision::figure).max(Comparator.naturalOrder()).orElseThrow();
    boolean follows =
        decision.reason() == Decision.Reason.NOT_IN_USE
            && others.stream().anyMatch(Decision::changes);
    if (loosest.compareTo(decision.figure()) <= 0 && !follows) {
      return decision;
    }
    Decision raised = with(decision, loosest, Decision.Reason.LOOSEST_OWN);
    return raised.loosens() || isFar(raised)
        ? raised
        : with(
            decision,
            place.now(),
            decision.asks().isEmpty() ? decision.reason() : Decision.Reason.TOO_NEAR);
  }

  private static Decision with(Decision decision, BigDecimal figure, Decision.Reason reason) {
    return new Decision(decision.place(), figure, reason, decision.asks());
  }
}

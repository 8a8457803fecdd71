package io.chainbridge.shadow.tuning;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What becomes of a limit. Immutable.
 *
 * @param place where it is said
 * @param figure what it would be; that of now if it stays
 * @param reason why
 * @param asks what it rests on, in the order of the history
 */
public record Decision(Place place, BigDecimal figure, Reason reason, List<Ask> asks) {

  public Decision {
    asks = List.copyOf(asks);
  }

  /** Why a limit changes or stays. */
  public enum Reason {
    /** Changes to what the history asks for. */
    ASKED,
    /** Changes to the least that its runs can tell, of which the history asks for less. */
    FINEST,
    /** Changes to the loosest of the endpoints' own limits, which rule 12 wants it to reach. */
    LOOSEST_OWN,
    /** Stays: the history asks for the same. */
    SAME,
    /** Stays: the history asks for a looser one. */
    LOOSER,
    /** Stays: what it would be is not far enough away. */
    TOO_NEAR,
    /** Stays: the history asks for less, which its runs cannot tell. */
    NOT_TOLD,
    /** Stays: an endpoint that goes by it has too few runs. */
    TOO_FEW_RUNS,
    /** Stays: each endpoint has its own. */
    NOT_IN_USE;

    /** As in JSON. */
    public String key() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Whether another figure is proposed. */
  public boolean changes() {
    return figure.compareTo(place.now()) != 0;
  }

  /** Whether a looser one is. */
  public boolean loosens() {
    return figure.compareTo(place.now()) > 0;
  }

  /** What asks for most, the first of equals; empty without any run. */
  public Optional<Ask> most() {
    return asks.stream().max(Comparator.comparing(Ask::figure).thenComparing(this::earlier));
  }

  private int earlier(Ask one, Ask other) {
    return Integer.compare(asks.indexOf(other), asks.indexOf(one));
  }

  /** Below this not all of them could tell a limit from another; empty without any run. */
  public Optional<BigDecimal> finest() {
    return asks.stream().map(Ask::finest).max(Comparator.naturalOrder());
  }

  /** An ask that rests on too few runs, the first; empty if there is none. */
  public Optional<Ask> thin() {
    return asks.stream().filter(ask -> !ask.enough()).findFirst();
  }

  /** An endpoint that goes by the limit without a run, the first; empty if there is none. */
  public Optional<String> unknown() {
    return place.endpoints().stream()
        .filter(name -> asks.stream().noneMatch(ask -> ask.endpoint().equals(name)))
        .findFirst();
  }
}

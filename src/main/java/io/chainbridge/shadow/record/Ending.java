package io.chainbridge.shadow.record;

import java.util.Comparator;

/**
 * How a run ended.
 *
 * @param kind what happened
 * @param reason in words; empty when complete
 */
public record Ending(Kind kind, String reason) {
  /** Every request was made that was asked for. */
  public static final Ending COMPLETE = new Ending(Kind.COMPLETE, "");

  private static final Comparator<Ending> WORSE =
      Comparator.comparing(Ending::kind).thenComparing(Ending::reason, Comparator.reverseOrder());

  /** What can happen to a run, the better first. */
  public enum Kind {
    /** It made all its requests. */
    COMPLETE,
    /** It ended before that, because its verdict could no longer change. */
    DECIDED,
    /** It measured nothing, since nobody answered. */
    UNREACHABLE,
    /** Someone stopped it. */
    INTERRUPTED,
    /** It broke off, or part of what it measured is lost. */
    INCOMPLETE
  }

  /** The worse of both; of two that are alike, the one whose reason is first in the alphabet. */
  Ending worse(Ending other) {
    return WORSE.compare(this, other) >= 0 ? this : other;
  }

  /** Whether the run came to an end of its own, so that it can be judged. */
  public boolean inOrder() {
    return kind == Kind.COMPLETE || kind == Kind.DECIDED;
  }
}

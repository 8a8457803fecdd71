package io.chainbridge.shadow.record;

/**
 * How a run ended.
 *
 * @param kind what happened
 * @param reason in words; empty when complete
 */
public record Ending(Kind kind, String reason) {
  /** Every request was made that was asked for. */
  public static final Ending COMPLETE = new Ending(Kind.COMPLETE, "");

  /** What can happen to a run. */
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

  /** Whether the run came to an end of its own, so that it can be judged. */
  public boolean inOrder() {
    return kind == Kind.COMPLETE || kind == Kind.DECIDED;
  }
}

package io.chainbridge.shadow.verdict;

/** What an outcome rests on. Immutable. */
public sealed interface Evidence {

  /** Nothing was measured. */
  record None() implements Evidence {}

  /**
   * The outcome is a claim about a proportion of requests: that fewer than a share of them were
   * over a latency limit, or failed.
   *
   * @param requests sample size, at least 1
   * @param over how many of them were at or over the limit, or failed
   * @param allowed how many of them may be so for the limit to be met
   * @param bound confidence bound of the true proportion: the upper one if the figure is below the
   *     limit, else the lower one; by Clopper and Pearson, or of a {@link ConfidenceSequence}
   * @param proof whether that bound lies on the outcome's side of the share
   * @param requestsToProve the smallest sample that proves the limit met if none is over
   * @param confidence of bound and proof
   * @param onDemand whether the sample could go on until it proved something, so that the bound is
   *     that of a sequence
   */
  record Proportion(
      long requests,
      long over,
      long allowed,
      double bound,
      Proof proof,
      long requestsToProve,
      double confidence,
      boolean onDemand)
      implements Evidence {
    /** Of a sample whose size was fixed before. */
    public static final double CONFIDENCE = 0.95;

    /**
     * Judges a sample whose size was fixed before.
     *
     * @param share the true proportion must stay below it, above 0 and at most 1
     * @param met the outcome
     */
    static Proportion of(long requests, long over, double share, boolean met) {
      double bound =
          met
              ? ClopperPearson.upper(over, requests, CONFIDENCE)
              : ClopperPearson.lower(over, requests, CONFIDENCE);
      Proof proof =
          met
              ? bound < share ? Proof.PROVEN : Proof.NOT_PROVEN
              : bound >= share ? Proof.REFUTED : Proof.NOT_PROVEN;
      return new Proportion(
          requests,
          over,
          allowed(requests, share),
          bound,
          proof,
          ClopperPearson.leastSample(share, CONFIDENCE),
          CONFIDENCE,
          false);
    }

    /** Judges a sample that could go on until it proved something. Parameters as above. */
    static Proportion onDemand(
        long requests, long over, double share, boolean met, double confidence) {
      ConfidenceSequence sequence = new ConfidenceSequence(share, confidence);
      Proof proof =
          sequence.provesBelow(over, requests)
              ? Proof.PROVEN
              : sequence.provesAbove(over, requests) ? Proof.REFUTED : Proof.NOT_PROVEN;
      return new Proportion(
          requests,
          over,
          allowed(requests, share),
          met ? sequence.upper(over, requests) : sequence.lower(over, requests),
          proof,
          sequence.leastSample(),
          confidence,
          true);
    }

    /** The most of the requests that are still below the share of them, as doubles compare. */
    private static long allowed(long requests, double share) {
      long allowed = (long) Math.ceil(requests * share);
      while ((double) allowed / requests >= share) {
        allowed--;
      }
      return allowed;
    }
  }

  /**
   * The outcome is about the mean size of bodies.
   *
   * @param bodies how many there were, at least 1
   * @param largestKb size of the largest
   */
  record BodySize(long bodies, double largestKb) implements Evidence {}

  /**
   * The outcome is about the contract.
   *
   * @param checked how many answers were held against it, at least 1
   * @param answers how many there were to check, at least as many
   * @param violation the most frequent violation; empty without any
   */
  record ContractKept(long checked, long answers, String violation) implements Evidence {
    /** The part of the answers that was checked, above 0 and at most 1. */
    public double share() {
      return (double) checked / answers;
    }
  }

  /**
   * The outcome is about the difference between two targets.
   *
   * @param pairs of requests
   * @param percentile that differs
   */
  record Difference(int pairs, Comparison.Percentile percentile) implements Evidence {
    /** Whether the interval lies on one side of a limit. */
    public Proof proof(double limit) {
      return percentile
          .interval()
          .map(
              interval ->
                  interval.most() < limit
                      ? Proof.PROVEN
                      : interval.least() >= limit ? Proof.REFUTED : Proof.NOT_PROVEN)
          .orElse(Proof.NOT_PROVEN);
    }
  }

  /**
   * The limit is finer than what the injector could resolve, so that a figure beyond it is no
   * breach.
   *
   * @param evidence what the figure itself rests on
   * @param floorMs what the limit, in milliseconds, would have to be to be judged
   */
  record BelowNoise(Evidence evidence, double floorMs) implements Evidence {}

  /** What a sample says of a limit, at a confidence. */
  enum Proof {
    /** The service keeps the limit. */
    PROVEN,
    /** The sample is too small to tell. */
    NOT_PROVEN,
    /** The service does not keep the limit. */
    REFUTED
  }
}

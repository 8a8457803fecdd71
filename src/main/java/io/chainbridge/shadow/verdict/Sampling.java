package io.chainbridge.shadow.verdict;

import io.chainbridge.shadow.settings.Pace;

/** How a sample becomes evidence, which depends on what ended it. */
@FunctionalInterface
interface Sampling {

  /** Parameters as in {@link Evidence.Proportion#of}. */
  Evidence.Proportion evidence(long requests, long over, double share, boolean met);

  /** As befits a run. */
  static Sampling of(Pace pace) {
    return pace instanceof Pace.UntilProven proof
        ? (requests, over, share, met) ->
            Evidence.Proportion.onDemand(requests, over, share, met, proof.confidence())
        : Evidence.Proportion::of;
  }
}

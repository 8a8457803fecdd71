package io.chainbridge.shadow.report;

import io.chainbridge.shadow.record.RunRecord;
import java.util.function.UnaryOperator;

/** What was measured, and in a comparison beside what. */
public final class TargetText {
  private TargetText() {}

  /**
   * In one line.
   *
   * @param quoted how the place shows a text that is not ours
   */
  public static String of(RunRecord run, UnaryOperator<String> quoted) {
    return one(quoted.apply(run.target()), run.embedded())
        + run.baseline()
            .map(
                baseline ->
                    ", baseline " + one(quoted.apply(baseline.target()), baseline.embedded()))
            .orElse("");
  }

  private static String one(String target, boolean embedded) {
    return target + (embedded ? " (embedded reference)" : "");
  }
}

package io.chainbridge.shadow.governance;

import java.util.List;

/**
 * What a rule saw of a checkout.
 *
 * @param looked how many things it looked at: files, commits, changes; 0 where the checkout has
 *     nothing that the rule is about
 * @param findings in the order of the files
 */
public record Examination(int looked, List<Finding> findings) {
  /** Keeps a copy of the findings. */
  public Examination {
    findings = List.copyOf(findings);
  }
}

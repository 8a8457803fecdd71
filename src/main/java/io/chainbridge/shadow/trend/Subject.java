package io.chainbridge.shadow.trend;

import io.chainbridge.shadow.record.RunRecord;
import io.chainbridge.shadow.settings.Shape;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * What runs must have in common for their figures to be compared.
 *
 * @param gate its name
 * @param shape of the load
 * @param target base URL; {@value #EMBEDDED} for the reference service, whose port is never the
 *     same
 * @param load that was asked for, in words; empty of runs that were kept before it was noted
 * @param branch that was tested; empty where it is not known
 */
public record Subject(
    String gate, Shape shape, String target, Optional<String> load, Optional<String> branch) {
  /** No base URL, for that has a scheme. */
  static final String EMBEDDED = "embedded";

  /** What the branch is called that the others go to, the usual name first. */
  public static final List<String> MAIN_BRANCHES = List.of("main", "master");

  static Subject of(RunRecord run) {
    return new Subject(
        run.gate(),
        run.load().shape(),
        run.embedded() ? EMBEDDED : run.target(),
        Optional.of(load(run)),
        run.branch());
  }

  /** With where it was made and what it was compared with: others are another measure. */
  private static String load(RunRecord run) {
    return run.load().demand()
        + from(run.shares().regions())
        + run.baseline()
            .map(baseline -> baseline.embedded() ? EMBEDDED : baseline.target())
            .map(", baseline "::concat)
            .orElse("");
  }

  private static String from(Collection<String> regions) {
    return regions.isEmpty() ? "" : ", from " + String.join(", ", regions);
  }

  /** Whether the main branch was tested. */
  public boolean ofMainBranch() {
    return branch.filter(MAIN_BRANCHES::contains).isPresent();
  }

  /** What the runs of all loads have in common. */
  public Subject ofAnyLoad() {
    return new Subject(gate, shape, target, Optional.empty(), branch);
  }

  /** What the runs of all branches have in common. */
  public Subject ofAnyBranch() {
    return new Subject(gate, shape, target, load, Optional.empty());
  }
}

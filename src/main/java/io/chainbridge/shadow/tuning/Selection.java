package io.chainbridge.shadow.tuning;

import io.chainbridge.shadow.settings.Shape;
import io.chainbridge.shadow.trend.PastRun;
import io.chainbridge.shadow.trend.Subject;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The runs of a history by which limits are tuned. Immutable.
 *
 * @param runs the oldest first; where no branch is chosen, as if none of them had one
 * @param branch that they are of; empty for every branch
 * @param leftOut how many are not among them, and why
 */
public record Selection(List<PastRun> runs, Optional<String> branch, Map<Reason, Integer> leftOut) {
  public Selection {
    runs = List.copyOf(runs);
    leftOut = Map.copyOf(leftOut);
  }

  /** Why a run does not count; the first that is true of it. */
  public enum Reason {
    /** It is of a gate of another name. */
    GATE("of other gates"),
    /** It is of another branch. */
    BRANCH("of other branches (--branch)"),
    /** It is of another load shape. */
    SHAPE("of other load shapes (--shape)"),
    /** It is of another target. */
    TARGET("of other targets (--target)"),
    /** It was cut short, or its figures are the injector's. */
    TELLS_NOTHING("invalid, incomplete or interrupted");

    private final String words;

    Reason(String words) {
      this.words = words;
    }

    /** As in JSON. */
    public String key() {
      return name().toLowerCase(Locale.ROOT);
    }

    @Override
    public String toString() {
      return words;
    }
  }

  /**
   * What is asked for.
   *
   * @param gate its name
   * @param branch if empty, main or else master if the gate has a run of it, or else every branch
   * @param target if empty, every target
   * @param shapes at least one
   */
  public record Wanted(
      String gate, Optional<String> branch, Optional<String> target, Set<Shape> shapes) {}

  /**
   * Chooses the runs.
   *
   * @param history the oldest first
   */
  public static Selection of(List<PastRun> history, Wanted wanted) {
    Optional<String> branch = wanted.branch().or(() -> mainBranch(history, wanted.gate()));
    List<PastRun> runs = new ArrayList<>();
    Map<Reason, Integer> leftOut = new EnumMap<>(Reason.class);
    for (PastRun run : history) {
      Optional<Reason> reason = reason(run, wanted, branch);
      if (reason.isPresent()) {
        leftOut.merge(reason.get(), 1, Integer::sum);
      } else {
        runs.add(withBranch(run, branch));
      }
    }
    return new Selection(runs, branch, leftOut);
  }

  private static Optional<String> mainBranch(List<PastRun> history, String gate) {
    return Subject.MAIN_BRANCHES.stream()
        .filter(
            main ->
                history.stream()
                    .map(PastRun::subject)
                    .anyMatch(of -> of.gate().equals(gate) && isOf(of, main)))
        .findFirst();
  }

  private static boolean isOf(Subject subject, String branch) {
    return subject.branch().filter(branch::equals).isPresent();
  }

  private static Optional<Reason> reason(PastRun run, Wanted wanted, Optional<String> branch) {
    Subject subject = run.subject();
    if (!subject.gate().equals(wanted.gate())) {
      return Optional.of(Reason.GATE);
    }
    if (branch.isPresent() && !isOf(subject, branch.get())) {
      return Optional.of(Reason.BRANCH);
    }
    if (!wanted.shapes().contains(subject.shape())) {
      return Optional.of(Reason.SHAPE);
    }
    if (wanted.target().isPresent() && !wanted.target().get().equals(subject.target())) {
      return Optional.of(Reason.TARGET);
    }
    return run.tells() ? Optional.empty() : Optional.of(Reason.TELLS_NOTHING);
  }

  private static PastRun withBranch(PastRun run, Optional<String> branch) {
    Subject subject = run.subject();
    return new PastRun(
        run.runId(),
        run.startedAt(),
        new Subject(subject.gate(), subject.shape(), subject.target(), subject.load(), branch),
        run.commit(),
        run.verdict(),
        run.outcomes());
  }
}

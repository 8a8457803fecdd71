package io.chainbridge.shadow.cli;

import io.chainbridge.shadow.bench.ColdJvm;
import io.chainbridge.shadow.budget.BudgetFile;
import io.chainbridge.shadow.budget.Gate;
import io.chainbridge.shadow.record.Merge;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;

/**
 * Reads and adds up the records below a folder once, and says how many seconds that took: what the
 * command does between reading the budget file and judging.
 */
public final class MergeTime {
  private MergeTime() {}

  /** Merges what is in a folder, the first argument; the other is the budget file. */
  public static void main(String[] arguments) {
    Gate unused = BudgetFile.readForJudging(Path.of(arguments[1]));
    long start = System.nanoTime();
    BiConsumer<Path, String> leftOut =
        (file, problem) -> {
          throw new IllegalStateException(file + ": " + problem);
        };
    Merge merge = new Merge();
    RecordFiles.read(
        RecordFiles.below(List.of(Path.of(arguments[0])), leftOut),
        (file, run) -> merge.add(file.toString(), run),
        leftOut);
    merge.record(false, Set.of());
    ColdJvm.took(start);
  }
}

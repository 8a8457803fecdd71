package io.chainbridge.shadow.pipeline;

import io.chainbridge.shadow.pipeline.Job.Result;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Whether a change is blocked. It is, unless every job succeeded; a job may be skipped only if it
 * is optional or the change does not concern it. What a job left behind outweighs its result: a
 * probe that succeeded with a verdict that is not passed blocks too.
 *
 * @param reasons why the change is blocked, in sentences; empty if it is not
 * @param unaffected whether the change concerns nothing that the other jobs look at
 */
public record PipelineVerdict(List<String> reasons, boolean unaffected) {

  /**
   * Decides.
   *
   * @param optional the names of jobs that may be skipped
   */
  public static PipelineVerdict of(List<Job> jobs, Set<String> optional, Evidence evidence) {
    boolean unaffected = jobs.stream().anyMatch(job -> job.affected().equals(Optional.of(false)));
    boolean broken =
        jobs.stream()
            .anyMatch(job -> job.result() == Result.FAILURE || job.result() == Result.CANCELLED);
    List<String> reasons = new ArrayList<>();
    for (Job job : jobs) {
      switch (job.result()) {
        case FAILURE -> reasons.add(job.name() + " failed");
        case CANCELLED -> reasons.add(job.name() + " was cancelled");
        case SKIPPED -> {
          if (!broken && !unaffected && !optional.contains(job.name())) {
            reasons.add(job.name() + " was skipped though nothing before it failed");
          }
        }
        case SUCCESS -> {}
      }
    }
    reasons.addAll(evidence.violations());
    reasons.addAll(evidence.breaches());
    return new PipelineVerdict(List.copyOf(reasons), unaffected);
  }

  /** Whether the change may be merged as far as the pipeline goes. */
  public boolean passed() {
    return reasons.isEmpty();
  }
}

package io.chainbridge.shadow.pipeline;

import io.chainbridge.shadow.pipeline.Job.Result;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes the five jobs that a summary is of. */
final class JobsInTest {
  static final List<String> NAMES =
      List.of(
          "shadow-governance",
          "shadow-tests",
          "shadow-api-tests",
          "shadow-security-scan",
          "shadow-performance-probe");

  private JobsInTest() {}

  /** With these results; the first says whether the change concerns the others. */
  static List<Job> jobs(boolean affected, Result... results) {
    List<Job> jobs = new ArrayList<>();
    for (int i = 0; i < results.length; i++) {
      jobs.add(
          new Job(NAMES.get(i), results[i], i == 0 ? Optional.of(affected) : Optional.empty()));
    }
    return jobs;
  }
}

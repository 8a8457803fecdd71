package io.chainbridge.shadow.governance;

import java.util.List;
import java.util.Optional;

/** What became of a checkout since the commit that it is compared with. */
sealed interface Changes {

  /**
   * From the merge base of that commit and HEAD to the files on disk.
   *
   * @param files by path
   * @param commits that HEAD has and the base has not, the newest first
   */
  record Known(List<Change> files, List<Commit> commits) implements Changes {
    public Known {
      files = List.copyOf(files);
      commits = List.copyOf(commits);
    }

    /** Whether a commit of these approves of them. */
    boolean approved() {
      return commits.stream().anyMatch(Commit::approves);
    }

    /** How a file changed, by the path that it has or had last; empty if it did not. */
    Optional<Change> of(String path) {
      return files.stream().filter(change -> change.path().equals(path)).findFirst();
    }
  }

  /**
   * Nobody knows.
   *
   * @param reason why, without a full stop
   * @param baseGiven whether a base was asked for, so that this is an error
   */
  record Unknown(String reason, boolean baseGiven) implements Changes {}
}

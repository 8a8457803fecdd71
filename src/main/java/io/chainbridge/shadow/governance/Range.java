package io.chainbridge.shadow.governance;

import io.chainbridge.shadow.settings.InvalidInputException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.jgit.errors.RevisionSyntaxException;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.revwalk.filter.RevFilter;
import org.jspecify.annotations.Nullable;

/**
 * The commits that are looked at.
 *
 * @param start tree of the commit that everything is compared with; empty before the first commit
 * @param head tree of HEAD; empty before the first commit
 * @param commits after the start up to HEAD, the newest first
 */
record Range(Optional<ObjectId> start, Optional<ObjectId> head, List<Commit> commits) {

  /**
   * From the merge base of a commit with HEAD, or from HEAD.
   *
   * @throws InvalidInputException if the base is no commit, or history does not lead to it
   */
  static Range since(Repository repository, Optional<String> base) throws IOException {
    try (RevWalk walk = new RevWalk(repository)) {
      @Nullable ObjectId headId = repository.resolve(Constants.HEAD);
      if (headId == null) {
        if (base.isPresent()) {
          throw refused(base.get(), "HEAD has no commit yet", "commit first, or leave --base out");
        }
        return new Range(Optional.empty(), Optional.empty(), List.of());
      }
      RevCommit head = walk.parseCommit(headId);
      Optional<ObjectId> tree = Optional.of(head.getTree());
      if (base.isEmpty()) {
        return new Range(tree, tree, List.of());
      }
      RevCommit other = walk.parseCommit(resolve(repository, base.get()));
      RevCommit start = mergeBase(repository, base.get(), head, other);
      return new Range(Optional.of(start.getTree()), tree, commits(walk, head, other));
    }
  }

  private static ObjectId resolve(Repository repository, String base) throws IOException {
    @Nullable ObjectId id = null;
    try {
      id = base.isBlank() ? null : repository.resolve(base + "^{commit}");
    } catch (IOException | RevisionSyntaxException e) {
      // Told below, as for a name that nothing has.
    }
    if (id != null) {
      return id;
    }
    String remote = Constants.DEFAULT_REMOTE_NAME + "/" + base;
    boolean known = !base.isBlank() && repository.findRef(Constants.R_REMOTES + remote) != null;
    throw refused(
        base,
        "is no commit of this checkout",
        known
            ? "did you mean --base=%s?".formatted(remote)
            : "fetch it (fetch-depth: 0 of actions/checkout, or git fetch origin), or name a commit"
                + " that is there, for example --base=origin/main");
  }

  private static RevCommit mergeBase(
      Repository repository, String base, RevCommit head, RevCommit other) throws IOException {
    try (RevWalk walk = new RevWalk(repository)) {
      walk.setRevFilter(RevFilter.MERGE_BASE);
      walk.markStart(walk.parseCommit(head));
      walk.markStart(walk.parseCommit(other));
      @Nullable RevCommit found = walk.next();
      if (found != null) {
        return walk.parseCommit(found);
      }
    }
    if (repository.getObjectDatabase().getShallowCommits().isEmpty()) {
      throw refused(
          base, "has no commit in common with HEAD", "name a commit that HEAD began from");
    }
    throw refused(
        base,
        "the history of this shallow clone ends before the commit that it has in common with HEAD",
        "fetch all of it: fetch-depth: 0 of actions/checkout, or git fetch --unshallow");
  }

  private static List<Commit> commits(RevWalk walk, RevCommit head, RevCommit other)
      throws IOException {
    walk.markStart(head);
    walk.markUninteresting(other);
    List<Commit> commits = new ArrayList<>();
    for (RevCommit commit : walk) {
      commits.add(new Commit(commit.name(), commit.getFullMessage(), commit.getParentCount() > 1));
    }
    return commits;
  }

  private static InvalidInputException refused(String base, String found, String remedy) {
    return new InvalidInputException("--base=%s: %s; %s".formatted(base, found, remedy));
  }
}

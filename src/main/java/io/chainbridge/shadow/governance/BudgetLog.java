package io.chainbridge.shadow.governance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.chainbridge.shadow.budget.BudgetHistory;
import io.chainbridge.shadow.budget.LimitChange;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.eclipse.jgit.treewalk.EmptyTreeIterator;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.eclipse.jgit.treewalk.filter.AndTreeFilter;
import org.eclipse.jgit.treewalk.filter.TreeFilter;
import org.jspecify.annotations.Nullable;

/** Reads from git what became of the budget files in the commits that led to HEAD. */
public final class BudgetLog {
  /** Versions that are told of, the newest. */
  static final int MOST = 100;

  private final TreeFilter changedBudgets =
      AndTreeFilter.create(new BudgetFiles(), TreeFilter.ANY_DIFF);
  private final RevWalk walk;
  private final ObjectReader reader;
  private final List<BudgetHistory.Version> versions = new ArrayList<>();

  private BudgetLog(RevWalk walk) {
    this.walk = walk;
    this.reader = walk.getObjectReader();
  }

  /**
   * What the repository that a folder lies in knows.
   *
   * @return empty outside of every repository
   */
  public static Optional<BudgetHistory> read(Path folder) {
    if (!isWithinRepository(folder)) {
      return Optional.empty();
    }
    FileRepositoryBuilder builder =
        new FileRepositoryBuilder().findGitDir(folder.toAbsolutePath().normalize().toFile());
    if (builder.getGitDir() == null) {
      return Optional.empty();
    }
    try (Repository repository = builder.build();
        RevWalk walk = new RevWalk(repository)) {
      BudgetLog log = new BudgetLog(walk);
      Optional<String> end = log.read(repository);
      return Optional.of(new BudgetHistory(log.versions, end));
    } catch (IOException e) {
      return Optional.of(new BudgetHistory(List.of(), unreadable(e)));
    }
  }

  /** Tells most folders that lie in none without git, which takes a while to be loaded. */
  private static boolean isWithinRepository(Path folder) {
    for (@Nullable Path at = folder.toAbsolutePath().normalize(); at != null; at = at.getParent()) {
      if (Files.exists(at.resolve(Constants.DOT_GIT)) || Files.exists(at.resolve(Constants.HEAD))) {
        return true;
      }
    }
    return false;
  }

  private static Optional<String> unreadable(IOException e) {
    return Optional.of("the repository cannot be read: " + e.getMessage());
  }

  /** Collects versions, and says why not all of them. */
  private Optional<String> read(Repository repository) throws IOException {
    @Nullable ObjectId head = repository.resolve(Constants.HEAD);
    if (head == null) {
      return Optional.empty();
    }
    Set<ObjectId> edge = repository.getObjectDatabase().getShallowCommits();
    walk.setTreeFilter(changedBudgets);
    walk.setRewriteParents(false);
    walk.markStart(walk.parseCommit(head));
    try {
      for (@Nullable RevCommit commit = walk.next(); commit != null; commit = walk.next()) {
        if (!edge.contains(commit)) {
          add(commit);
        }
        if (versions.size() > MOST) {
          versions.subList(MOST, versions.size()).clear();
          return Optional.of("the newest %d are shown".formatted(MOST));
        }
      }
    } catch (IOException e) {
      return unreadable(e);
    }
    return edge.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "this shallow clone ends there; fetch all of it: fetch-depth: 0 of actions/checkout, or"
                + " git fetch --unshallow");
  }

  private void add(RevCommit commit) throws IOException {
    try (TreeWalk trees = new TreeWalk(reader)) {
      if (commit.getParentCount() == 0) {
        trees.addTree(new EmptyTreeIterator());
      } else {
        trees.addTree(walk.parseCommit(commit.getParent(0)).getTree());
      }
      trees.addTree(commit.getTree());
      trees.setRecursive(true);
      trees.setFilter(changedBudgets);
      while (trees.next()) {
        versions.add(
            version(commit, trees.getPathString(), trees.getObjectId(0), trees.getObjectId(1)));
      }
    }
  }

  private BudgetHistory.Version version(
      RevCommit commit, String path, ObjectId beforeId, ObjectId nowId) throws IOException {
    Optional<JsonNode> before = document(path, beforeId);
    Optional<JsonNode> now = document(path, nowId);
    boolean readable = before.isPresent() && now.isPresent();
    return new BudgetHistory.Version(
        Instant.ofEpochSecond(commit.getCommitTime()),
        commit.name(),
        Secret.masked(commit.getShortMessage()),
        path,
        readable
            ? LimitChange.between(
                Figures.ofBudgetFile(before.get()), Figures.ofBudgetFile(now.get()))
            : List.of(),
        readable
            ? Optional.empty()
            : Optional.of(
                "%s is no budget file that can be read"
                    .formatted(now.isEmpty() ? "this version" : "the version before")));
  }

  /** Empty if the file is no JSON. */
  private Optional<JsonNode> document(String path, ObjectId id) throws IOException {
    return id.equals(ObjectId.zeroId())
        ? Optional.of(MissingNode.getInstance())
        : ChangeReader.text(reader, path, id)
            .flatMap(JsonText::of)
            .map(JsonText::document)
            .filter(JsonNode::isObject);
  }

  private static final class BudgetFiles extends TreeFilter {
    @Override
    public boolean include(TreeWalk trees) {
      return trees.isSubtree() || ApprovedChanges.BUDGET.test(trees.getPathString());
    }

    @Override
    public boolean shouldBeRecursive() {
      return true;
    }

    @Override
    public TreeFilter clone() {
      return this;
    }
  }
}

package io.chainbridge.shadow.governance;

import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.eclipse.jgit.dircache.DirCacheIterator;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.treewalk.EmptyTreeIterator;
import org.eclipse.jgit.treewalk.FileTreeIterator;
import org.eclipse.jgit.treewalk.NameConflictTreeWalk;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.eclipse.jgit.treewalk.WorkingTreeIterator;
import org.eclipse.jgit.util.FS;

/**
 * A regular file at the start of a range, at its end, or on disk.
 *
 * @param path from the top of the work tree, with slashes
 * @param start the content at the start of the range
 * @param onDisk whether it is a file now, and not ignored
 * @param changed whether it is another one than at the start
 * @param uncommitted whether it is another one than in HEAD
 */
record WorkTreeEntry(
    String path, Optional<ObjectId> start, boolean onDisk, boolean changed, boolean uncommitted) {
  private static final int START = 0;
  private static final int HEAD = 1;
  private static final int INDEX = 2;
  private static final int DISK = 3;

  /**
   * All of them by path, in one walk. Files that the index knows by size and time are not read.
   *
   * @throws IOException if the repository cannot be read
   */
  static List<WorkTreeEntry> all(Repository repository, Range range) throws IOException {
    TreeMap<String, WorkTreeEntry> entries = new TreeMap<>();
    try (TreeWalk walk = new NameConflictTreeWalk(repository)) {
      add(walk, range.start());
      add(walk, range.head());
      walk.addTree(new DirCacheIterator(repository.readDirCache()));
      FileTreeIterator disk = new FileTreeIterator(repository, WorkTreeEntry::mode);
      walk.addTree(disk);
      disk.setDirCacheIterator(walk, INDEX);
      while (walk.next()) {
        WorkTreeEntry entry = read(walk);
        entries.putIfAbsent(entry.path, entry);
        if (isFolder(walk) && !isUnknownAndIgnored(walk)) {
          walk.enterSubtree();
        }
      }
    }
    return wanted(entries.values());
  }

  /** Opening a pipe or a device may wait for ever: to git they are files, here they are not. */
  private static FileMode mode(File file, FS.Attributes attributes) {
    boolean other =
        file.exists()
            && !attributes.isRegularFile()
            && !attributes.isDirectory()
            && !attributes.isSymbolicLink();
    return other
        ? FileMode.MISSING
        : FileTreeIterator.DefaultFileModeStrategy.INSTANCE.getMode(file, attributes);
  }

  private static List<WorkTreeEntry> wanted(Collection<WorkTreeEntry> entries) {
    List<WorkTreeEntry> wanted = new ArrayList<>(entries);
    wanted.removeIf(entry -> !entry.onDisk && !entry.changed);
    return List.copyOf(wanted);
  }

  private static void add(TreeWalk walk, Optional<ObjectId> tree) throws IOException {
    if (tree.isPresent()) {
      walk.addTree(tree.get());
    } else {
      walk.addTree(new EmptyTreeIterator());
    }
  }

  private static WorkTreeEntry read(TreeWalk walk) throws IOException {
    boolean started = isFile(walk, START);
    boolean onDisk = isFile(walk, DISK) && !isUnknownAndIgnored(walk);
    if (isLeftOutOfDisk(walk)) {
      return new WorkTreeEntry(walk.getPathString(), Optional.empty(), false, false, false);
    }
    return new WorkTreeEntry(
        walk.getPathString(),
        started ? Optional.of(walk.getObjectId(START)) : Optional.empty(),
        onDisk,
        differs(walk, START, onDisk),
        differs(walk, HEAD, onDisk));
  }

  /** Asks for the content on disk only where there is another one to compare it with. */
  private static boolean differs(TreeWalk walk, int tree, boolean onDisk) {
    return isFile(walk, tree) ? !onDisk || !walk.idEqual(tree, DISK) : onDisk;
  }

  /** In one of the trees; it may be a file in another. */
  private static boolean isFolder(TreeWalk walk) {
    return IntStream.rangeClosed(START, DISK)
        .anyMatch(tree -> FileMode.TREE.equals(walk.getRawMode(tree)));
  }

  private static boolean isFile(TreeWalk walk, int tree) {
    return (walk.getRawMode(tree) & FileMode.TYPE_MASK) == FileMode.TYPE_FILE;
  }

  /** Of a sparse checkout. */
  private static boolean isLeftOutOfDisk(TreeWalk walk) {
    DirCacheIterator index = walk.getTree(INDEX, DirCacheIterator.class);
    return index != null && walk.getRawMode(DISK) == 0 && index.getDirCacheEntry().isSkipWorkTree();
  }

  private static boolean isUnknownAndIgnored(TreeWalk walk) throws IOException {
    WorkingTreeIterator disk = walk.getTree(DISK, WorkingTreeIterator.class);
    return disk != null
        && walk.getRawMode(START) == 0
        && walk.getRawMode(HEAD) == 0
        && walk.getRawMode(INDEX) == 0
        && disk.isEntryIgnored();
  }
}

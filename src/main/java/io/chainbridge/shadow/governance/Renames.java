package io.chainbridge.shadow.governance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.jgit.api.errors.CanceledException;
import org.eclipse.jgit.diff.ContentSource;
import org.eclipse.jgit.diff.DiffEntry;
import org.eclipse.jgit.diff.RenameDetector;
import org.eclipse.jgit.lib.AbbreviatedObjectId;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.NullProgressMonitor;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.ObjectLoader;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.Repository;

/** Finds files that moved: half of their content or more is the same, as for git itself. */
final class Renames {
  private static final int LEAST_SCORE = 50;

  private Renames() {}

  /** From the new path to the old one. */
  static Map<String, String> find(
      Repository repository, ObjectReader reader, List<WorkTreeEntry> changed) throws IOException {
    Path root = repository.getWorkTree().toPath();
    RenameDetector detector = new RenameDetector(repository);
    detector.setRenameScore(LEAST_SCORE);
    List<WorkTreeEntry> gone = changed.stream().filter(entry -> !entry.onDisk()).toList();
    if (gone.isEmpty()) {
      return Map.of();
    }
    for (WorkTreeEntry entry : gone) {
      detector.add(Entry.deleted(entry.path(), entry.start().orElseThrow()));
    }
    for (WorkTreeEntry entry : changed) {
      if (entry.start().isEmpty() && Files.size(root.resolve(entry.path())) <= Texts.MOST_BYTES) {
        detector.add(Entry.added(entry.path(), root));
      }
    }
    Map<String, String> renames = new HashMap<>();
    for (DiffEntry entry : compute(detector, reader, root)) {
      if (entry.getChangeType() == DiffEntry.ChangeType.RENAME) {
        renames.put(entry.getNewPath(), entry.getOldPath());
      }
    }
    return renames;
  }

  private static List<DiffEntry> compute(RenameDetector detector, ObjectReader reader, Path root)
      throws IOException {
    try {
      return detector.compute(
          new ContentSource.Pair(ContentSource.create(reader), new Disk(root)),
          NullProgressMonitor.INSTANCE);
    } catch (CanceledException e) {
      throw new IOException(e);
    }
  }

  private static final class Entry extends DiffEntry {
    static Entry deleted(String path, ObjectId id) {
      return new Entry(ChangeType.DELETE, path, id, DEV_NULL, ObjectId.zeroId());
    }

    static Entry added(String path, Path root) throws IOException {
      byte[] content = Files.readAllBytes(root.resolve(path));
      try (ObjectInserter hash = new ObjectInserter.Formatter()) {
        ObjectId id = hash.idFor(Constants.OBJ_BLOB, content);
        return new Entry(ChangeType.ADD, DEV_NULL, ObjectId.zeroId(), path, id);
      }
    }

    private Entry(ChangeType type, String oldPath, ObjectId oldId, String newPath, ObjectId newId) {
      this.changeType = type;
      this.oldPath = oldPath;
      this.oldId = AbbreviatedObjectId.fromObjectId(oldId);
      this.oldMode = type == ChangeType.ADD ? FileMode.MISSING : FileMode.REGULAR_FILE;
      this.newPath = newPath;
      this.newId = AbbreviatedObjectId.fromObjectId(newId);
      this.newMode = type == ChangeType.ADD ? FileMode.REGULAR_FILE : FileMode.MISSING;
    }
  }

  private static final class Disk extends ContentSource {
    private final Path root;

    Disk(Path root) {
      this.root = root;
    }

    @Override
    public long size(String path, ObjectId id) throws IOException {
      return Files.size(root.resolve(path));
    }

    @Override
    public ObjectLoader open(String path, ObjectId id) throws IOException {
      return new ObjectLoader.SmallObject(
          Constants.OBJ_BLOB, Files.readAllBytes(root.resolve(path)));
    }
  }
}

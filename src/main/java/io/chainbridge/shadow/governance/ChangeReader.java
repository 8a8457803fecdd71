package io.chainbridge.shadow.governance;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectLoader;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.Repository;
import org.jspecify.annotations.Nullable;

/** Says how files changed, line by line. Not thread-safe. */
final class ChangeReader {
  private final Repository repository;
  private final Texts texts;

  ChangeReader(Repository repository, Texts texts) {
    this.repository = repository;
    this.texts = texts;
  }

  /** The changes among these files, by path; a file that moved is one change. */
  List<Change> read(List<WorkTreeEntry> entries) throws IOException {
    List<WorkTreeEntry> changed = entries.stream().filter(WorkTreeEntry::changed).toList();
    try (ObjectReader reader = repository.newObjectReader()) {
      Map<String, String> oldPaths = Renames.find(repository, reader, changed);
      Map<String, WorkTreeEntry> moved = new HashMap<>();
      changed.stream()
          .filter(entry -> oldPaths.containsValue(entry.path()))
          .forEach(entry -> moved.put(entry.path(), entry));
      List<Change> changes = new ArrayList<>();
      for (WorkTreeEntry entry : changed) {
        if (!moved.containsKey(entry.path())) {
          changes.add(change(reader, entry, moved.get(oldPaths.get(entry.path()))));
        }
      }
      return changes;
    }
  }

  private Change change(ObjectReader reader, WorkTreeEntry entry, @Nullable WorkTreeEntry from)
      throws IOException {
    Optional<ObjectId> old = from == null ? entry.start() : from.start();
    Optional<String> oldText =
        old.isPresent()
            ? text(reader, from == null ? entry.path() : from.path(), old.get())
            : Optional.empty();
    Optional<String> newText = entry.onDisk() ? texts.read(entry.path()) : Optional.empty();
    LineDifference lines = LineDifference.between(oldText.orElse(""), newText.orElse(""));
    return new Change(
        kind(entry, from != null),
        entry.path(),
        from == null ? old.map(id -> entry.path()) : Optional.of(from.path()),
        oldText,
        lines.added(),
        lines.deleted(),
        entry.uncommitted());
  }

  private static Change.Kind kind(WorkTreeEntry entry, boolean moved) {
    if (moved) {
      return Change.Kind.RENAMED;
    }
    if (!entry.onDisk()) {
      return Change.Kind.DELETED;
    }
    return entry.start().isPresent() ? Change.Kind.MODIFIED : Change.Kind.ADDED;
  }

  /** The text of a file as git keeps it; empty for what is none. */
  static Optional<String> text(ObjectReader reader, String path, ObjectId id) throws IOException {
    ObjectLoader content = reader.open(id);
    return content.getSize() > Texts.MOST_BYTES
        ? Optional.empty()
        : Texts.of(path, content.getBytes());
  }
}

package io.chainbridge.shadow.governance;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The modules of a checkout by their dotted names. Which folders Python would look in is not known:
 * any file whose path ends like the module is that module, the one nearest to the file that imports
 * it first.
 */
final class Modules {
  private static final int MOST_STEPS = 8;

  private final Map<String, NavigableMap<String, PythonFile>> byName = new HashMap<>();

  /**
   * Where a name is defined.
   *
   * @param name as the file knows it
   */
  record Definition(PythonFile file, String name) {
    Optional<ClassDef> asClass() {
      return file.classes().stream().filter(each -> each.name().equals(name)).findFirst();
    }

    Optional<FunctionDef> asFunction() {
      return file.functions().stream().filter(each -> each.name().equals(name)).findFirst();
    }

    private boolean isThere() {
      return asClass().isPresent() || asFunction().isPresent();
    }
  }

  Modules(List<PythonFile> files) {
    for (PythonFile file : files) {
      String module =
          file.path()
              .replaceFirst("\\.py$", "")
              .replaceFirst("(^|/)__init__$", "")
              .replace('/', '.');
      for (String name = module; ; name = name.substring(name.indexOf('.') + 1)) {
        add(name, file);
        if (!name.contains(".")) {
          break;
        }
      }
      add("." + module, file);
    }
  }

  private void add(String name, PythonFile file) {
    byName.computeIfAbsent(name, key -> new TreeMap<>()).put(file.path(), file);
  }

  /**
   * The module of a dotted name, for a file that imports it: in the order of paths, those that have
   * the most in common with the file's are next to it.
   */
  Optional<PythonFile> find(String module, PythonFile from) {
    NavigableMap<String, PythonFile> files = byName.get(module);
    if (files == null) {
      return Optional.empty();
    }
    String path = from.path();
    int most = Math.max(common(files.floorKey(path), path), common(files.ceilingKey(path), path));
    return Optional.ofNullable(files.ceilingEntry(path.substring(0, most)))
        .map(Map.Entry::getValue);
  }

  private static int common(@Nullable String one, String other) {
    if (one == null) {
      return 0;
    }
    int length = 0;
    while (length < Math.min(one.length(), other.length())
        && one.charAt(length) == other.charAt(length)) {
      length++;
    }
    return length;
  }

  /** The files of a checkout that an import executes: packages, the module, what it brings. */
  List<PythonFile> executes(Import each, PythonFile from) {
    String full = each.full();
    List<PythonFile> files = new ArrayList<>();
    for (int dot = full.indexOf('.', 1); dot > 0; dot = full.indexOf('.', dot + 1)) {
      find(full.substring(0, dot), from).ifPresent(files::add);
    }
    find(full, from).ifPresent(files::add);
    return files.stream().filter(file -> file != from).distinct().toList();
  }

  /** Where what a file calls by a dotted name is defined: followed through imports. */
  List<Definition> definitions(String dotted, PythonFile file) {
    return definitions(dotted, file, MOST_STEPS);
  }

  private List<Definition> definitions(String dotted, PythonFile file, int steps) {
    Definition here = new Definition(file, dotted);
    if (here.isThere()) {
      return List.of(here);
    }
    if (steps == 0) {
      return List.of();
    }
    return file.resolve(dotted).stream().flatMap(full -> elsewhere(full, file, steps)).toList();
  }

  private Stream<Definition> elsewhere(String full, PythonFile file, int steps) {
    for (String module = Dotted.before(full); !module.isEmpty(); module = Dotted.before(module)) {
      Optional<PythonFile> found = find(module, file).filter(each -> each != file);
      if (found.isPresent()) {
        return definitions(full.substring(module.length() + 1), found.get(), steps - 1).stream();
      }
    }
    return file.imports().stream()
        .filter(Import::everything)
        .flatMap(star -> find(star.module(), file).stream())
        .filter(each -> each != file && !full.contains("."))
        .flatMap(each -> definitions(full, each, steps - 1).stream());
  }
}

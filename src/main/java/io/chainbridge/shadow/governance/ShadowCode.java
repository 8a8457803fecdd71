package io.chainbridge.shadow.governance;

import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Which files of a checkout are what, by their paths. Shadow code is Python whose name, or one of
 * whose folders' names, has the word shadow; and what the globs match.
 */
public final class ShadowCode {
  private static final Set<String> STATISTICS =
      Set.of("stats", "stat", "statistic", "statistics", "statistical");
  private static final Set<String> API =
      Set.of("api", "router", "routers", "route", "routes", "endpoint", "endpoints");

  private final List<PathMatcher> scope;

  /** Globs of paths from the top of the checkout, such as {@code app/shadow_*.py}; may be none. */
  public ShadowCode(Collection<String> globs) {
    scope =
        globs.stream()
            .map(glob -> FileSystems.getDefault().getPathMatcher("glob:" + glob))
            .toList();
  }

  /** By the names of files and folders alone. */
  public ShadowCode() {
    this(List.of());
  }

  /** Whether it is shadow code, its tests with it. */
  public boolean contains(String path) {
    return isPython(path)
        && (hasShadow(path) || scope.stream().anyMatch(glob -> glob.matches(Path.of(path))));
  }

  /** Whether it is shadow code that runs in production: no test. */
  public boolean runs(String path) {
    return contains(path) && !isTest(path);
  }

  /** test_x.py, x_test.py, conftest.py and whatever is below a folder named test or tests. */
  public static boolean isTest(String path) {
    String name = name(path);
    return name.startsWith("test_")
        || name.endsWith("_test")
        || name.equals("conftest")
        || folders(path).stream()
            .anyMatch(folder -> folder.equals("test") || folder.equals("tests"));
  }

  /** A schema of what the shadow API says: schemas_shadow.py, shadow/schemas/events.py. */
  public boolean isSchema(String path) {
    return runs(path) && named(path, Set.of("schema", "schemas"));
  }

  /** The models of the shadow tables: models_shadow.py, shadow/models/event.py. */
  public boolean isModel(String path) {
    return runs(path) && named(path, Set.of("models"));
  }

  /** What computes shadow statistics: shadow_statistics.py, shadow/stats.py. */
  public boolean isStatistics(String path) {
    return runs(path) && named(path, STATISTICS);
  }

  /** The shadow API: by its name, or because it registers an endpoint. */
  boolean isApi(PythonFile file) {
    return runs(file.path())
        && (named(file.path(), API)
            || file.functions().stream().anyMatch(function -> !function.routes().isEmpty()));
  }

  private static boolean named(String path, Set<String> words) {
    return !Collections.disjoint(Dotted.words(name(path)), words)
        || folders(path).stream().anyMatch(words::contains);
  }

  private static boolean hasShadow(String path) {
    return path.toLowerCase(Locale.ROOT).contains("shadow")
        && parts(path).anyMatch(part -> Dotted.words(part).contains("shadow"));
  }

  private static boolean isPython(String path) {
    return path.endsWith(".py");
  }

  private static Stream<String> parts(String path) {
    return Stream.concat(folders(path).stream(), Stream.of(name(path)));
  }

  private static List<String> folders(String path) {
    List<String> parts = new ArrayList<>(List.of(path.split("/", -1)));
    parts.remove(parts.size() - 1);
    return parts;
  }

  /** Of the file, without what follows its last dot. */
  private static String name(String path) {
    String name = path.substring(path.lastIndexOf('/') + 1);
    return name.contains(".") ? name.substring(0, name.lastIndexOf('.')) : name;
  }
}

package io.chainbridge.shadow.governance;

import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.Collection;
import java.util.List;

/** Which files of a checkout are what, by their paths. */
public final class ShadowCode {
  private final List<PathMatcher> scope;

  /** Globs of paths from the top of the checkout, such as {@code app/shadow_*.py}; may be none. */
  public ShadowCode(Collection<String> globs) {
    scope =
        globs.stream()
            .map(glob -> FileSystems.getDefault().getPathMatcher("glob:" + glob))
            .toList();
  }

  /** Whether it is shadow code that runs in production: no test. */
  public boolean runs(String path) {
    return path.endsWith(".py")
        && !isTest(path)
        && (path.contains("shadow")
            || scope.stream().anyMatch(glob -> glob.matches(Path.of(path))));
  }

  /** Whether it is a test. */
  public static boolean isTest(String path) {
    return name(path).startsWith("test_") || name(path).endsWith("_test.py");
  }

  /** A schema of what the shadow API says. */
  public boolean isSchema(String path) {
    return runs(path) && name(path).contains("schema");
  }

  /** The models of the shadow tables. */
  public boolean isModel(String path) {
    return runs(path) && name(path).contains("models");
  }

  private static String name(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }
}

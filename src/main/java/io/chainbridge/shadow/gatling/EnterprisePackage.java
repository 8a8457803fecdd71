package io.chainbridge.shadow.gatling;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The jar that {@code mvn gatling:enterprisePackage} makes: simulations, budgets and all that they
 * need but Gatling. Whoever runs classes of it runs them on Gatling Enterprise, or as that does.
 *
 * @param jar where it is
 */
record EnterprisePackage(Path jar) {
  /** In the manifest of packages, and of no other jar of ours. */
  private static final String PACKAGER = "Gatling-Packager";

  private static final String BUDGETS = "budgets";

  /** The one that this class comes from; empty if it comes from elsewhere. */
  static Optional<EnterprisePackage> running() {
    return of(
        Objects.requireNonNull(
            EnterprisePackage.class.getResource(
                EnterprisePackage.class.getSimpleName() + ".class")));
  }

  /** The one that a class file is in. */
  static Optional<EnterprisePackage> of(URL classFile) {
    try {
      return classFile.openConnection() instanceof JarURLConnection connection
              && connection.getMainAttributes() != null
              && connection.getMainAttributes().getValue(PACKAGER) != null
          ? Optional.of(new EnterprisePackage(Path.of(connection.getJarFileURL().toURI())))
          : Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * Does something with the package's budget files, which lie in a temporary folder meanwhile.
   *
   * @param action takes that folder, in which they have the paths that they have in a checkout
   */
  <T> T withBudgets(Function<Path, T> action) {
    try {
      Path folder = Files.createTempDirectory("shadow-budgets-");
      try {
        copyBudgets(folder);
        return action.apply(folder);
      } finally {
        delete(folder);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void copyBudgets(Path folder) throws IOException {
    try (FileSystem contents = FileSystems.newFileSystem(jar);
        Stream<Path> files = Files.walk(contents.getPath(BUDGETS))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path copy = folder.resolve(file.toString());
        Files.createDirectories(copy.getParent());
        Files.copy(file, copy);
      }
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}

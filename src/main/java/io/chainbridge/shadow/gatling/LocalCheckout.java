package io.chainbridge.shadow.gatling;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.jspecify.annotations.Nullable;

/** The git checkout that a folder lies in, if it lies in one. */
record LocalCheckout(Path folder) {

  /** The full hash of what is checked out. */
  Optional<String> commit() {
    return ask(repository -> repository.exactRef(Constants.HEAD))
        .map(Ref::getObjectId)
        .map(ObjectId::name);
  }

  /** The branch that is checked out; empty where a commit is, as CI servers do. */
  Optional<String> branch() {
    return ask(Repository::getFullBranch)
        .filter(name -> name.startsWith(Constants.R_HEADS))
        .map(Repository::shortenRefName);
  }

  private interface Question<T> {
    @Nullable T ask(Repository repository) throws IOException;
  }

  private <T> Optional<T> ask(Question<T> question) {
    FileRepositoryBuilder builder =
        new FileRepositoryBuilder().findGitDir(folder.toAbsolutePath().toFile());
    if (builder.getGitDir() == null) {
      return Optional.empty();
    }
    try (Repository repository = builder.build()) {
      return Optional.ofNullable(question.ask(repository));
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}

package io.chainbridge.shadow.gatling;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * What a run is about: commit and branch, as far as they are known.
 *
 * @param commit as {@link Commit#find} finds it
 * @param branch as {@link Branch#find} finds it
 */
record Revision(Optional<String> commit, Optional<String> branch) {

  /** That of this process, in its folder; takes some tenths of a second where git must tell. */
  static Revision here() {
    Map<String, String> environment = System.getenv();
    Path folder = Path.of("");
    return new Revision(Commit.find(environment, folder), Branch.find(environment, folder));
  }
}

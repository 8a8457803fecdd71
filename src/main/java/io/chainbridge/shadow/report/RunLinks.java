package io.chainbridge.shadow.report;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Where runs have their own pages, seen from a page in a folder beside theirs.
 *
 * @param exists whether the folder of a run with that id has a page
 */
record RunLinks(Predicate<String> exists) {

  /** The run's folder as part of an address; empty if it has no page. */
  Optional<String> folder(String runId) {
    return runId.matches("\\.*") || !exists.test(runId)
        ? Optional.empty()
        : Optional.of(URLEncoder.encode(runId, StandardCharsets.UTF_8).replace("+", "%20"));
  }

  /** The address of the run's page. */
  Optional<String> page(String runId) {
    return folder(runId).map("../%s/index.html"::formatted);
  }
}

package io.chainbridge.shadow.notice;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Where the job of a CI server shows itself that this process is part of. */
final class JobLink {
  private static final int LONGEST = 500;

  private JobLink() {}

  /** Of GitHub, GitLab or Jenkins; empty elsewhere, and for what is no http address. */
  static Optional<URI> find(Map<String, String> environment) {
    return Stream.of(
            github(environment),
            Optional.ofNullable(environment.get("CI_JOB_URL")),
            Optional.ofNullable(environment.get("BUILD_URL")))
        .flatMap(Optional::stream)
        .flatMap(text -> address(text).stream())
        .findFirst();
  }

  private static Optional<String> github(Map<String, String> environment) {
    String repository = environment.getOrDefault("GITHUB_REPOSITORY", "");
    String run = environment.getOrDefault("GITHUB_RUN_ID", "");
    return Optional.ofNullable(environment.get("GITHUB_SERVER_URL"))
        .filter(server -> !repository.isBlank() && !run.isBlank())
        .map(server -> "%s/%s/actions/runs/%s".formatted(server, repository, run));
  }

  private static Optional<URI> address(String text) {
    try {
      URI uri = new URI(text);
      boolean http = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
      return http && uri.getHost() != null && uri.getUserInfo() == null && text.length() <= LONGEST
          ? Optional.of(URI.create(uri.toASCIIString()))
          : Optional.empty();
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }
}

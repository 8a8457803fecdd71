package io.chainbridge.shadow.gatling;

import static io.gatling.javaapi.http.HttpDsl.http;

import io.gatling.javaapi.http.HttpProtocolBuilder;

/** HTTP as a client without cache would speak it, to the target of a run and nowhere else. */
final class HttpProtocol {
  private HttpProtocol() {}

  /**
   * That of a run. Toxiproxy's faults are those of connections, so that each user then has one of
   * its own.
   */
  static HttpProtocolBuilder of(Run run) {
    HttpProtocolBuilder protocol =
        http.baseUrl(run.target().toString())
            .acceptHeader("application/json")
            .acceptEncodingHeader("gzip")
            .userAgentHeader("shadow-load")
            .disableWarmUp()
            .disableCaching()
            .disableFollowRedirect();
    if (run.settings().toxiproxy().isPresent()) {
      return protocol.header("Host", run.target().getRawAuthority());
    }
    return run.settings().pace().open() ? protocol.shareConnections() : protocol;
  }
}

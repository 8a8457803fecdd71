package io.chainbridge.shadow.live;

import io.opentelemetry.sdk.common.export.HttpResponse;
import java.util.Optional;

/** What a collector answered. Immutable. */
final class CollectorAnswer implements HttpResponse {
  private final int status;
  private final byte[] body;

  CollectorAnswer(int status, byte[] body) {
    this.status = status;
    this.body = body;
  }

  /** Why something was lost, without a word of the collector's; empty if it took everything. */
  Optional<String> complaint() {
    if (status < 200 || status > 299) {
      return Optional.of("status " + status);
    }
    long rejected = PartialSuccess.rejected(body);
    return rejected <= 0
        ? Optional.empty()
        : Optional.of("%d data points rejected".formatted(rejected));
  }

  @Override
  public int getStatusCode() {
    return status;
  }

  @Override
  public String getStatusMessage() {
    return "";
  }

  @Override
  public byte[] getResponseBody() {
    return body.clone();
  }
}

package io.chainbridge.shadow.gatling;

import io.gatling.http.client.Request;
import io.gatling.http.client.impl.PrematureCloseException;
import io.gatling.javaapi.core.Session;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.Set;
import java.util.WeakHashMap;

/**
 * Sends no request twice. When a kept connection is closed before an answer is complete, Gatling
 * sends the request again on a new one and tells nobody: a service that drops connections would
 * look well, a POST may be done twice, and what had come of the first answer stands before the
 * second. Gatling has no setting for it, but it signs a request each time it sends it.
 */
final class OneAttempt {
  private final Set<Object> sent =
      Collections.synchronizedSet(Collections.newSetFromMap(new WeakHashMap<>()));

  /** Signs nothing, but refuses a request that was sent before; its signer is its own. */
  Request sign(Request request, Session session) {
    if (!sent.add(request.getSignatureCalculator())) {
      throw new UncheckedIOException(PrematureCloseException.INSTANCE);
    }
    return request;
  }
}

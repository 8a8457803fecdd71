package io.chainbridge.shadow.fault;

import com.github.tomakehurst.wiremock.extension.ResponseTransformerV2;
import com.github.tomakehurst.wiremock.http.ChunkedDribbleDelay;
import com.github.tomakehurst.wiremock.http.Response;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import io.chainbridge.shadow.budget.FaultKind;

/** Sends a body in small parts, as fast as a connection of that bandwidth could. */
final class Bandwidth implements ResponseTransformerV2 {
  static final String NAME = "bandwidth";

  private static final int MILLIS_A_PART = 20;

  @Override
  public String getName() {
    return NAME;
  }

  @Override
  public boolean applyGlobally() {
    return false;
  }

  @Override
  public Response transform(Response response, ServeEvent event) {
    int bytes = response.getBody().length;
    double kbPerSecond = (Double) event.getTransformerParameters().get(FaultKind.RATE);
    int millis = (int) Math.min(Math.ceil(bytes / 1.024 / kbPerSecond), Integer.MAX_VALUE);
    int parts = Math.min(bytes, millis / MILLIS_A_PART + 1);
    return bytes == 0
        ? response
        : Response.Builder.like(response)
            .but()
            .chunkedDribbleDelay(new ChunkedDribbleDelay(parts, millis))
            .build();
  }
}

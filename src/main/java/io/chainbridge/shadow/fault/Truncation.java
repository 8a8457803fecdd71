package io.chainbridge.shadow.fault;

import com.github.tomakehurst.wiremock.extension.ResponseTransformerV2;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.http.HttpHeader;
import com.github.tomakehurst.wiremock.http.HttpHeaders;
import com.github.tomakehurst.wiremock.http.Response;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import io.chainbridge.shadow.budget.FaultKind;
import java.util.Arrays;

/**
 * Sends the beginning of a body under the length of all of it, so that the client takes it for a
 * broken connection, not for another answer. An answer without a body is none at all.
 */
final class Truncation implements ResponseTransformerV2 {
  static final String NAME = "truncation";

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
    byte[] body = response.getBody();
    if (body.length == 0) {
      return Response.Builder.like(response).but().fault(Fault.EMPTY_RESPONSE).build();
    }
    int kept = Math.min(event.getTransformerParameters().getInt(FaultKind.BYTES), body.length - 1);
    HttpHeaders headers =
        new HttpHeaders(
                response.getHeaders().all().stream()
                    .filter(header -> !header.keyEquals("Content-Length"))
                    .filter(header -> !header.keyEquals("Transfer-Encoding"))
                    .toList())
            .plus(HttpHeader.httpHeader("Content-Length", String.valueOf(body.length)));
    return Response.Builder.like(response)
        .but()
        .headers(headers)
        .body(Arrays.copyOf(body, kept))
        .build();
  }
}

package io.chainbridge.shadow.reference;

import io.chainbridge.shadow.reference.Misbehaviour.InjectedError;
import io.javalin.config.RoutesConfig;
import io.javalin.http.ContentType;
import io.javalin.http.Context;
import io.javalin.http.Header;
import io.javalin.http.HttpResponseException;
import io.javalin.http.HttpStatus;
import io.javalin.http.MethodNotAllowedResponse;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What goes wrong as JSON: {@code {"detail": ...}}, never with internals in it. */
final class ErrorAnswers {

  private static final Logger LOG = LoggerFactory.getLogger(ErrorAnswers.class);

  private final Json json;

  ErrorAnswers(Json json) {
    this.json = json;
  }

  void route(RoutesConfig routes) {
    routes.exception(
        InvalidRequest.class,
        (e, context) -> answer(context, HttpStatus.UNPROCESSABLE_CONTENT, e.problems()));
    routes.exception(
        MalformedRequest.class,
        (e, context) -> answer(context, HttpStatus.BAD_REQUEST, e.detail()));
    routes.exception(NotReady.class, (e, context) -> notReady(context));
    routes.exception(InjectedError.class, (e, context) -> internal(context));
    routes.exception(MethodNotAllowedResponse.class, this::wrongMethod);
    routes.exception(
        HttpResponseException.class,
        (e, context) -> answer(context, HttpStatus.forStatus(e.getStatus())));
    routes.exception(Exception.class, this::unexpected);
  }

  private void notReady(Context context) {
    context.header(Header.RETRY_AFTER, "1");
    answer(context, HttpStatus.SERVICE_UNAVAILABLE, "The service is starting");
  }

  private void wrongMethod(MethodNotAllowedResponse e, Context context) {
    String allowed =
        Arrays.stream(e.getDetails().getOrDefault("availableMethods", "").split(",", -1))
            .map(String::strip)
            .collect(Collectors.joining(", "));
    context.header(Header.ALLOW, allowed);
    answer(context, HttpStatus.METHOD_NOT_ALLOWED);
  }

  private void unexpected(Exception e, Context context) {
    LOG.error("{} {} failed", context.method(), context.path(), e);
    internal(context);
  }

  private void internal(Context context) {
    answer(context, HttpStatus.INTERNAL_SERVER_ERROR, "Internal Server Error");
  }

  private void answer(Context context, HttpStatus status) {
    answer(context, status, status.getMessage());
  }

  private void answer(Context context, HttpStatus status, Object detail) {
    context
        .status(status)
        .contentType(ContentType.APPLICATION_JSON)
        .result(json.write(Map.of("detail", detail)));
  }
}

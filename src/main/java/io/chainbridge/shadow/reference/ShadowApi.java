package io.chainbridge.shadow.reference;

import com.fasterxml.jackson.databind.JsonNode;
import io.javalin.config.RoutesConfig;
import io.javalin.http.ContentType;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** The routes of the service, from request to question; until the store is seeded all say 503. */
final class ShadowApi {

  private final CompletableFuture<EventStore> store;
  private final Json json;
  private final int eventsBytes;

  ShadowApi(CompletableFuture<EventStore> store, Json json, int eventsKb) {
    this.store = store;
    this.json = json;
    this.eventsBytes = eventsKb * 1_024;
  }

  void route(RoutesConfig routes) {
    routes.get("/health", context -> answer(context, answers().health()));
    routes.get("/iq/shadow/stats", ofWindow(ShadowAnswers::stats));
    routes.get("/iq/shadow/corridors", ofWindow(ShadowAnswers::corridors));
    routes.get("/iq/shadow/drift", ofWindow(ShadowAnswers::drift));
    routes.get("/iq/shadow/events", context -> events(context, null));
    routes.post("/iq/shadow/events", context -> events(context, json.read(context.bodyAsBytes())));
  }

  private Handler ofWindow(WindowAnswer answer) {
    return context -> {
      ShadowAnswers answers = answers();
      answer(context, answer.of(answers, Question.ofHours(query(context))));
    };
  }

  private void events(Context context, @Nullable JsonNode body) throws SQLException {
    ShadowAnswers answers = answers();
    byte[] page = answers.events(Question.ofEvents(query(context), body));
    answer(context, Filler.fill(page, eventsBytes));
  }

  private ShadowAnswers answers() {
    if (!store.isDone() || store.isCompletedExceptionally()) {
      throw new NotReady();
    }
    return new ShadowAnswers(store.join(), json);
  }

  /** The query's parameters; of those it cannot decode Javalin would keep silent. */
  private static Map<String, List<String>> query(Context context) {
    String query = context.queryString();
    try {
      String unused = query == null ? "" : URLDecoder.decode(query, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw new MalformedRequest("The query is not valid percent-encoding", e);
    }
    return context.queryParamMap();
  }

  private static void answer(Context context, byte[] body) {
    context.res().setContentLength(body.length);
    context.contentType(ContentType.APPLICATION_JSON).result(body);
  }

  /** One of the answers about a window alone. */
  @FunctionalInterface
  private interface WindowAnswer {
    byte[] of(ShadowAnswers answers, Question question) throws SQLException;
  }
}

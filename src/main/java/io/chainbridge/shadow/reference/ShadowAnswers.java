package io.chainbridge.shadow.reference;

import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Map;

/** The body of each answer, as JSON from the store. Safe for use by many threads. */
final class ShadowAnswers {

  private final EventStore store;
  private final Json json;

  ShadowAnswers(EventStore store, Json json) {
    this.store = store;
    this.json = json;
  }

  byte[] health() {
    return json.write(Map.of("status", "ok"));
  }

  byte[] stats(Question question) throws SQLException {
    Window window = window(question);
    return json.write(Stats.of(store.deltas(window), store.drift(window)));
  }

  byte[] events(Question question) throws SQLException {
    Window window = window(question);
    return json.write(
        new EventPage(
            store.newest(window, question.corridor(), question.limit()),
            store.count(window, question.corridor()),
            question.limit(),
            question.corridor(),
            Event.MODEL_VERSION,
            window.hours()));
  }

  byte[] corridors(Question question) throws SQLException {
    Window window = window(question);
    return json.write(
        new CorridorPage(store.corridors(window), Event.MODEL_VERSION, window.hours()));
  }

  byte[] drift(Question question) throws SQLException {
    return json.write(store.drift(window(question)));
  }

  /** Gives the main answers once, so that the first who asks need not wait for classes to load. */
  void warm() throws SQLException {
    stats(Question.DEFAULT);
    events(Question.DEFAULT);
  }

  private static Window window(Question question) {
    return Window.ending(LocalDateTime.now(ZoneOffset.UTC), question.hours());
  }
}

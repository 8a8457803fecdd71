package io.chainbridge.shadow.reference;

import java.time.LocalDateTime;
import java.util.stream.Stream;

/** A program that stores an event of a time, and writes what time it is read with. */
final class StoredTime {

  private StoredTime() {}

  public static void main(String[] arguments) throws Exception {
    Event event = new Event(1, "SHP", 0, 0, 0, Event.MODEL_VERSION, null, arguments[0]);
    Window window = Window.ending(LocalDateTime.parse(arguments[0]).plusMinutes(1), 1);
    try (EventStore store = EventStore.of(Stream.of(event), new DatabaseLatency())) {
      System.out.println(store.newest(window, null, 1).get(0).createdAt());
    }
  }
}

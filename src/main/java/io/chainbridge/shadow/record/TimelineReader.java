package io.chainbridge.shadow.record;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads a timeline while the JSON of its record is parsed. It is nearly all of a record, with up to
 * 600 slices of two histograms; a tree of it takes longer to make than all that is counted in it.
 */
final class TimelineReader {
  private final JsonParser json;

  /** Of what is parsed, at the first token of a timeline; {@link #read} leaves it at the last. */
  TimelineReader(JsonParser json) {
    this.json = json;
  }

  /**
   * Reads it.
   *
   * @throws IllegalArgumentException saying what is wrong, if it is no timeline
   * @throws IOException if it is no JSON
   */
  Timeline read() throws IOException {
    Duration interval = null;
    List<Timeline.Slice> slices = null;
    expect("timeline", JsonToken.START_OBJECT, "an object");
    for (String key = json.nextFieldName(); key != null; key = json.nextFieldName()) {
      json.nextToken();
      switch (key) {
        case "interval_ms" -> interval = JsonFigures.millis(json, key);
        case "slices" -> slices = slices(key);
        default -> json.skipChildren();
      }
    }
    return new Timeline(present("interval_ms", interval), present("slices", slices));
  }

  private List<Timeline.Slice> slices(String key) throws IOException {
    expect(key, JsonToken.START_ARRAY, "an array");
    List<Timeline.Slice> slices = new ArrayList<>();
    while (json.nextToken() != JsonToken.END_ARRAY) {
      slices.add(slice());
    }
    return slices;
  }

  private Timeline.Slice slice() throws IOException {
    Integer activeUsers = null;
    Map<String, Latencies> latencies = null;
    Map<String, Long> failures = new HashMap<>();
    expect("slice", JsonToken.START_OBJECT, "an object");
    for (String key = json.nextFieldName(); key != null; key = json.nextFieldName()) {
      json.nextToken();
      switch (key) {
        case "active_users" -> activeUsers = JsonFigures.whole(json, key);
        case "endpoints" -> latencies = endpoints(key, failures);
        default -> json.skipChildren();
      }
    }
    return new Timeline.Slice(
        present("active_users", activeUsers), present("endpoints", latencies), failures);
  }

  /** The latencies; failures, where there are any, go into the other map. */
  private Map<String, Latencies> endpoints(String key, Map<String, Long> failures)
      throws IOException {
    Map<String, Latencies> latencies = new HashMap<>();
    expect(key, JsonToken.START_OBJECT, "an object");
    for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
      json.nextToken();
      latencies.put(name, endpoint(name, failures));
    }
    return latencies;
  }

  private Latencies endpoint(String name, Map<String, Long> failures) throws IOException {
    Latencies latencies = null;
    Long failed = null;
    expect(name, JsonToken.START_OBJECT, "an object");
    for (String key = json.nextFieldName(); key != null; key = json.nextFieldName()) {
      json.nextToken();
      switch (key) {
        case "latency_histogram" -> {
          expect(key, JsonToken.VALUE_STRING, "a string");
          latencies = Latencies.decode(json.getText());
        }
        case "failures" -> failed = JsonFigures.count(json, key);
        default -> json.skipChildren();
      }
    }
    if (present("failures", failed) > 0) {
      failures.put(name, failed);
    }
    return present("latency_histogram", latencies);
  }

  private void expect(String key, JsonToken first, String allowed) throws IOException {
    if (json.currentToken() != first) {
      throw JsonFigures.refused(key, json.getText(), allowed);
    }
  }

  private static <T> T present(String key, @Nullable T value) {
    if (value == null) {
      throw new IllegalArgumentException(key + ": missing");
    }
    return value;
  }
}

package io.chainbridge.shadow.record;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.chainbridge.shadow.settings.Pace;
import io.chainbridge.shadow.settings.Pause;
import io.chainbridge.shadow.settings.Shape;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/** The load of a record as JSON: the keys of its pace, which depend on its shape, in one object. */
final class LoadJson {
  private LoadJson() {}

  static void write(Load load, ObjectNode node) {
    node.put("shape", load.shape().key());
    node.put("model", load.model());
    write(load.pace(), node);
    node.put("warmup", load.warmup());
    node.put("timeout_ms", load.timeout().toMillis());
  }

  private static void write(Pace pace, ObjectNode node) {
    if (pace instanceof Pace.Closed closed) {
      closed.iterations().ifPresent(iterations -> node.put("iterations", iterations));
      closed.duration().ifPresent(duration -> node.put("duration_ms", duration.toMillis()));
      node.put("concurrency", closed.users());
      if (!closed.pause().equals(Pause.NONE)) {
        node.put("pause", closed.pause().toString());
      }
    } else if (pace instanceof Pace.UntilProven proof) {
      node.put("confidence", proof.confidence());
      node.put("max_iterations", proof.maxIterations());
      node.put("concurrency", proof.users());
    } else if (pace instanceof Pace.Pairs pairs) {
      node.put("pairs", pairs.pairs());
      node.put("concurrency", pairs.users());
    } else if (pace instanceof Pace.Constant constant) {
      node.put("rate", constant.rate());
      node.put("duration_ms", constant.duration().toMillis());
    } else if (pace instanceof Pace.Steps steps) {
      node.put("start_rate", steps.startRate());
      node.put("step_rate", steps.stepRate());
      node.put("steps", steps.steps());
      node.put("step_duration_ms", steps.stepDuration().toMillis());
    } else if (pace instanceof Pace.Peak peak) {
      node.put("rate", peak.rate());
      node.put("peak_rate", peak.peakRate());
      node.put("before_peak_ms", peak.beforePeak().toMillis());
      node.put("peak_duration_ms", peak.peakDuration().toMillis());
      node.put("after_peak_ms", peak.afterPeak().toMillis());
    } else if (pace instanceof Pace.Search search) {
      node.put("start_rate", search.startRate());
      node.put("max_rate", search.maxRate());
      node.put("probe_duration_ms", search.probeDuration().toMillis());
    }
  }

  /** Records from before there were shapes are probes. */
  static Load read(JsonNode node) {
    Shape shape = Shape.of(node.path("shape").asText(Shape.PROBE.key()));
    return new Load(
        shape,
        pace(shape, node),
        JsonFigures.whole(node, "warmup"),
        JsonFigures.millis(node, "timeout_ms"));
  }

  private static Pace pace(Shape shape, JsonNode node) {
    return switch (shape) {
      case PROBE, LOAD, SOAK ->
          node.path("model").asText().equals("open")
              ? new Pace.Constant(JsonFigures.number(node, "rate"), millis(node, "duration_ms"))
              : node.has("confidence") ? untilProven(node) : closed(node);
      case CHAOS ->
          new Pace.Constant(JsonFigures.number(node, "rate"), millis(node, "duration_ms"));
      case STRESS ->
          new Pace.Steps(
              JsonFigures.number(node, "start_rate"),
              JsonFigures.number(node, "step_rate"),
              JsonFigures.whole(node, "steps"),
              millis(node, "step_duration_ms"));
      case SPIKE ->
          new Pace.Peak(
              JsonFigures.number(node, "rate"),
              JsonFigures.number(node, "peak_rate"),
              millis(node, "before_peak_ms"),
              millis(node, "peak_duration_ms"),
              millis(node, "after_peak_ms"));
      case CAPACITY ->
          new Pace.Search(
              JsonFigures.number(node, "start_rate"),
              JsonFigures.number(node, "max_rate"),
              millis(node, "probe_duration_ms"));
      case COMPARE ->
          new Pace.Pairs(JsonFigures.whole(node, "concurrency"), JsonFigures.whole(node, "pairs"));
    };
  }

  private static Pace untilProven(JsonNode node) {
    return new Pace.UntilProven(
        JsonFigures.whole(node, "concurrency"),
        JsonFigures.number(node, "confidence"),
        JsonFigures.whole(node, "max_iterations"));
  }

  private static Pace closed(JsonNode node) {
    return new Pace.Closed(
        JsonFigures.whole(node, "concurrency"),
        node.has("iterations")
            ? OptionalInt.of(JsonFigures.whole(node, "iterations"))
            : OptionalInt.empty(),
        node.has("duration_ms") ? Optional.of(millis(node, "duration_ms")) : Optional.empty(),
        node.has("pause") ? Pause.parse(node.path("pause").asText()) : Pause.NONE);
  }

  private static Duration millis(JsonNode node, String key) {
    return JsonFigures.millis(node, key);
  }
}

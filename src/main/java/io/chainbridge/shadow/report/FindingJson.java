package io.chainbridge.shadow.report;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.chainbridge.shadow.record.RunRecord;
import io.chainbridge.shadow.verdict.Comparison;
import io.chainbridge.shadow.verdict.Drift;
import io.chainbridge.shadow.verdict.Finding;
import io.chainbridge.shadow.verdict.Outcome;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/** A finding as JSON: its type, the figures with their units, and the sentence. */
final class FindingJson {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** The further digits of a probability are a matter of the JVM's logarithm. */
  private static final MathContext DIGITS = new MathContext(3);

  private FindingJson() {}

  static ObjectNode write(RunRecord run, Finding finding) {
    ObjectNode node = JSON.createObjectNode();
    if (finding instanceof Finding.Steps steps) {
      steps(node, steps);
    } else if (finding instanceof Finding.Capacity capacity) {
      capacity(node, capacity, run);
    } else if (finding instanceof Finding.RecoveryTime recovery) {
      node.put("type", "recovery");
      recovery(node, recovery.time(), recovery.window());
    } else if (finding instanceof Finding.FaultRecovery recovery) {
      node.put("type", "fault_recovery");
      node.put("fault", recovery.fault());
      recovery(node, recovery.time(), recovery.window());
    } else if (finding instanceof Finding.Compared compared) {
      comparison(node, compared.comparison());
    } else if (finding instanceof Finding.SoakDrift soak) {
      drift(node, soak.drift());
    }
    return node.put("text", FindingText.of(run, finding));
  }

  private static void steps(ObjectNode node, Finding.Steps steps) {
    node.put("type", "steps");
    node.set(
        "last_good", steps.lastGood().map(step -> step(step.name(), step.rate())).orElse(null));
    node.set(
        "first_broken",
        steps
            .firstBroken()
            .map(
                broken -> {
                  ObjectNode step = step(broken.name(), broken.rate());
                  limits(step.putArray("broken"), broken.outcomes());
                  return step;
                })
            .orElse(null));
  }

  private static ObjectNode step(String name, double rate) {
    ObjectNode node = JSON.createObjectNode().put("phase", name);
    OutcomeJson.putNumber(node, "rate_rps", rate);
    return node;
  }

  private static void capacity(ObjectNode node, Finding.Capacity capacity, RunRecord run) {
    node.put("type", "capacity");
    put(node, "meets_rps", capacity.meets());
    put(node, "breaks_rps", capacity.breaks());
    limits(node.putArray("broken"), capacity.broken());
    ArrayNode tried = node.putArray("tried");
    capacity.tried().forEach(outcome -> tried.add(OutcomeJson.write(outcome, run)));
  }

  private static void recovery(ObjectNode node, Optional<Duration> after, Duration window) {
    put(
        node,
        "recovered_after_s",
        after.map(time -> OptionalDouble.of(time.toMillis() / 1e3)).orElse(OptionalDouble.empty()));
    OutcomeJson.putNumber(node, "window_s", window.toMillis() / 1e3);
  }

  private static void comparison(ObjectNode node, Comparison comparison) {
    node.put("type", "comparison");
    node.put("endpoint", comparison.endpoint());
    node.put("pairs", comparison.pairs());
    OutcomeJson.putNumber(node, "p_value", rounded(comparison.pValue()));
    OutcomeJson.putNumber(node, "slower_share", comparison.slower());
    node.put("effect", comparison.effect().name().toLowerCase(Locale.ROOT));
  }

  private static void drift(ObjectNode node, Drift drift) {
    node.put("type", "drift");
    node.put("endpoint", drift.endpoint());
    node.put("drift", drift.finding().name().toLowerCase(Locale.ROOT));
    node.put("blocks", drift.blocks());
    drift
        .change()
        .ifPresent(
            change -> {
              node.put("statistic", LimitName.of(change.statistic()));
              OutcomeJson.putNumber(node, "early_ms", millis(change.early()));
              OutcomeJson.putNumber(node, "late_ms", millis(change.late()));
              OutcomeJson.putNumber(node, "growth", change.growth());
              OutcomeJson.putNumber(node, "p_value", rounded(change.pValue()));
            });
  }

  private static void limits(ArrayNode array, List<Outcome> outcomes) {
    outcomes.forEach(
        outcome ->
            array.addObject().put("endpoint", outcome.endpoint()).put("limit", outcome.limit()));
  }

  private static void put(ObjectNode node, String key, OptionalDouble number) {
    if (number.isPresent()) {
      OutcomeJson.putNumber(node, key, number.getAsDouble());
    } else {
      node.putNull(key);
    }
  }

  private static double rounded(double probability) {
    return new BigDecimal(probability, DIGITS).doubleValue();
  }

  private static double millis(Duration latency) {
    return latency.toNanos() / 1e6;
  }
}

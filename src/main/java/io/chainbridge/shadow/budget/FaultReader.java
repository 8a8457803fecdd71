package io.chainbridge.shadow.budget;

import com.fasterxml.jackson.databind.JsonNode;
import io.chainbridge.shadow.settings.Delay;
import io.chainbridge.shadow.settings.Durations;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the faults of a budget file, each to its own time. Not thread-safe. */
final class FaultReader {
  private static final String FAULTS = "/faults/";
  private static final List<String> PARAMETERS =
      List.of(
          Delay.LATENCY,
          Delay.DISTRIBUTION,
          Delay.JITTER,
          Delay.SIGMA,
          FaultKind.RATE,
          FaultKind.BYTES,
          FaultKind.STATUS);

  private final Problems problems;
  private final List<String> endpoints;
  private final Set<String> names = new HashSet<>();

  /**
   * @param endpoints of the file
   */
  FaultReader(Problems problems, List<String> endpoints) {
    this.problems = problems;
    this.endpoints = endpoints;
  }

  private record Placed(String pointer, Fault fault) {}

  /**
   * Reads them.
   *
   * @param array that keeps the schema; missing for a file without faults
   * @return in the order of time
   */
  List<Fault> read(JsonNode array) {
    List<Placed> placed = new ArrayList<>();
    for (int i = 0; i < array.size(); i++) {
      String name = array.get(i).path("name").asText("");
      if (!name.isEmpty() && !names.add(name)) {
        problems.add(FAULTS + i + "/name", "is that of another fault; give each its own");
      }
    }
    for (int i = 0; i < array.size(); i++) {
      placed.add(new Placed(FAULTS + i, read(FAULTS + i, array.get(i))));
    }
    placed.sort(Comparator.comparing(one -> one.fault().from()));
    for (int i = 1; i < placed.size(); i++) {
      refuseOverlap(placed.get(i - 1).fault(), placed.get(i));
    }
    return placed.stream().map(Placed::fault).toList();
  }

  private Fault read(String pointer, JsonNode node) {
    FaultKind kind = FaultKind.of(node.path("kind").asText());
    Duration from = Durations.parse(node.path("from").asText());
    Duration until = Durations.parse(node.path("until").asText());
    if (from.compareTo(until) >= 0) {
      problems.add(
          pointer + "/until",
          "found %s, expected a time after from, which is %s"
              .formatted(Durations.text(until), Durations.text(from)));
    }
    return new Fault(
        name(node, kind),
        kind,
        parameters(pointer, node, kind),
        node.path("share").asDouble(1),
        from,
        until,
        hit(pointer + "/endpoints", node.path("endpoints"), kind),
        node.has("limits") ? Optional.of(LimitReader.read(node.path("limits"))) : Optional.empty(),
        node.has("max_recovery_s")
            ? Optional.of(ShapeReader.seconds(node.path("max_recovery_s")))
            : Optional.empty());
  }

  /** Its own, or that of its kind, with a number where there are several. */
  private String name(JsonNode node, FaultKind kind) {
    if (node.has("name")) {
      return node.path("name").asText();
    }
    String name = kind.key();
    for (int i = 2; !names.add(name); i++) {
      name = kind.key() + "-" + i;
    }
    return name;
  }

  private Map<String, String> parameters(String pointer, JsonNode node, FaultKind kind) {
    Map<String, String> parameters = new LinkedHashMap<>();
    for (String parameter : PARAMETERS) {
      if (node.has(parameter) && !kind.knows(parameter)) {
        problems.add(
            pointer + "/" + parameter,
            "is for %s; this fault is of the kind %s"
                .formatted(String.join(", ", FaultKind.knowing(parameter)), kind.key()));
      } else if (node.has(parameter)) {
        parameters.put(parameter, node.path(parameter).asText());
      } else if (kind.required().contains(parameter)) {
        missing(pointer, parameter, kind.key());
      }
    }
    String distribution = parameters.getOrDefault(Delay.DISTRIBUTION, Delay.FIXED);
    agree(pointer, parameters, distribution, Delay.JITTER, Delay.UNIFORM);
    agree(pointer, parameters, distribution, Delay.SIGMA, Delay.LOG_NORMAL);
    if (parameters.containsKey(Delay.LATENCY)
        && parameters.containsKey(Delay.JITTER)
        && Durations.parse(parameters.get(Delay.JITTER))
                .compareTo(Durations.parse(parameters.get(Delay.LATENCY)))
            > 0) {
      problems.add(
          pointer + "/" + Delay.JITTER,
          "found %s, expected no more than latency, which is %s"
              .formatted(parameters.get(Delay.JITTER), parameters.get(Delay.LATENCY)));
    }
    return parameters;
  }

  /** A parameter that belongs to one distribution goes with that, and that goes with it. */
  private void agree(
      String pointer,
      Map<String, String> parameters,
      String distribution,
      String parameter,
      String owner) {
    boolean given = parameters.containsKey(parameter);
    if (given && !distribution.equals(owner)) {
      problems.add(
          pointer + "/" + parameter,
          "is for the distribution %s; found the distribution %s".formatted(owner, distribution));
    } else if (!given && distribution.equals(owner)) {
      missing(pointer, parameter, "the distribution " + owner);
    }
  }

  private void missing(String pointer, String parameter, String whose) {
    problems.add(
        pointer + "/" + parameter, "found nothing, expected a value: %s needs it".formatted(whose));
  }

  private List<String> hit(String pointer, JsonNode array, FaultKind kind) {
    if (array.isMissingNode()) {
      return endpoints;
    }
    if (kind == FaultKind.DATABASE_LATENCY) {
      problems.add(pointer, "a database knows no endpoints; leave them out");
    }
    List<String> hit = new ArrayList<>();
    for (int i = 0; i < array.size(); i++) {
      String name = array.get(i).asText();
      if (!endpoints.contains(name)) {
        problems.add(
            pointer + "/" + i,
            "%s is no endpoint of this file; allowed: %s"
                .formatted(name, String.join(", ", endpoints)));
      }
      hit.add(name);
    }
    return hit;
  }

  private void refuseOverlap(Fault before, Placed next) {
    if (next.fault().from().compareTo(before.over()) < 0) {
      problems.add(
          next.pointer() + "/from",
          "found %s, expected %s or later: %s lasts until %s, and %s"
              .formatted(
                  Durations.text(next.fault().from()),
                  Durations.text(before.over()),
                  before.name(),
                  Durations.text(before.until()),
                  before
                      .maxRecovery()
                      .map(
                          limit ->
                              "it takes its max_recovery_s of %s and 5s to see whether the service has recovered"
                                  .formatted(Durations.text(limit)))
                      .orElse("what is under way then takes 1s to end")));
    }
  }
}

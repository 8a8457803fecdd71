package io.chainbridge.shadow.gatling;

import io.chainbridge.shadow.budget.Endpoint;
import io.chainbridge.shadow.budget.Gate;
import io.chainbridge.shadow.budget.Limit;
import io.chainbridge.shadow.load.Stage;
import io.chainbridge.shadow.record.ArrivalCount;
import io.chainbridge.shadow.record.EndpointRecord;
import io.chainbridge.shadow.record.NoiseFloor;
import io.chainbridge.shadow.record.Phase;
import io.chainbridge.shadow.record.RunRecorder;
import io.chainbridge.shadow.settings.Pace;
import io.chainbridge.shadow.settings.Settings;
import io.chainbridge.shadow.settings.Shape;
import io.chainbridge.shadow.settings.Shard;
import io.chainbridge.shadow.verdict.Certainty;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/**
 * How many requests there are to be, as far as that is known: in order to tell a run that broke off
 * from a complete one, and a breach that nothing can avert from one that may still be made good.
 * Thread-safe.
 */
final class Expectation {
  /**
   * The stage that goes on, the next one, which is planned ahead, and one that is answered late.
   */
  private static final int MOST_RECENT = 3;

  private final Gate gate;
  private final List<Endpoint> endpoints;
  private final RunRecorder recorder;
  private final Supplier<Optional<NoiseFloor>> noise;
  private final Traffic traffic;
  private final OptionalLong total;
  private final Shard shard;
  private final Optional<ProofPlan> proof;
  private final Deque<Stage> recent = new ConcurrentLinkedDeque<>();

  /**
   * @param endpoints that are asked
   * @param noise what the injector can resolve, once that is known
   */
  Expectation(
      Settings settings,
      Gate gate,
      List<Endpoint> endpoints,
      RunRecorder recorder,
      Supplier<Optional<NoiseFloor>> noise) {
    this.gate = gate;
    this.endpoints = endpoints;
    this.noise = noise;
    this.recorder = recorder;
    this.traffic =
        settings.shape() == Shape.PROBE || settings.shape() == Shape.COMPARE
            ? Traffic.even(endpoints)
            : Traffic.weighted(endpoints);
    this.total = total(settings.pace(), endpoints.size());
    this.shard = settings.share().part();
    this.proof =
        settings.pace() instanceof Pace.UntilProven pace
            ? Optional.of(new ProofPlan(gate.endpoints(), recorder, pace))
            : Optional.empty();
  }

  /** Of all shards together. */
  private static OptionalLong total(Pace pace, int endpoints) {
    if (pace instanceof Pace.Pairs pairs) {
      return OptionalLong.of((long) pairs.pairs() * endpoints);
    }
    return pace instanceof Pace.Closed closed && closed.iterations().isPresent()
        ? OptionalLong.of((long) closed.iterations().getAsInt() * endpoints)
        : OptionalLong.empty();
  }

  Traffic traffic() {
    return traffic;
  }

  /** The requests of a closed model that ends after so many iterations; else empty. */
  OptionalLong requests() {
    return total.isEmpty() ? total : OptionalLong.of(shard.share(total.getAsLong()));
  }

  /** Whom a closed model asks, request by request; empty after the last of them. */
  Supplier<Optional<Endpoint>> turns() {
    long first = shard.before(total.orElse(0));
    long end = total.isEmpty() ? Long.MAX_VALUE : first + shard.share(total.getAsLong());
    AtomicLong turns = new AtomicLong(first);
    return () -> Optional.of(turns.getAndIncrement()).filter(turn -> turn < end).map(traffic::at);
  }

  /** Whom a run asks that goes on until its limits are proven; empty for any other. */
  Optional<ProofPlan> proof() {
    return proof;
  }

  /** An open model goes on with that stage. */
  void begins(Stage stage) {
    recent.addFirst(stage);
    while (recent.size() > MOST_RECENT) {
      recent.removeLast();
    }
  }

  /** What is missing, in words; empty if nothing is. */
  Optional<String> lack() {
    if (proof.isPresent()) {
      return proof.get().lack();
    }
    if (total.isPresent()) {
      return recorder.endpoints().stream()
          .flatMap(endpoint -> lack(endpoint, total.getAsLong()).stream())
          .findFirst();
    }
    long made = recorder.arrivals().map(ArrivalCount::made).orElse(0L);
    long answered = recorder.endpoints().stream().mapToLong(EndpointRecord::requests).sum();
    return made > answered
        ? Optional.of("%d of %d arrivals made no request".formatted(made - answered, made))
        : Optional.empty();
  }

  private Optional<String> lack(EndpointRecord measured, long ofAll) {
    Endpoint endpoint = endpoint(measured);
    long first = shard.before(ofAll);
    long planned =
        traffic.count(endpoint, first + shard.share(ofAll)) - traffic.count(endpoint, first);
    return measured.requests() == planned
        ? Optional.empty()
        : Optional.of(
            "%s has %d of %d requests".formatted(measured.name(), measured.requests(), planned));
  }

  /**
   * A breach that is certain whatever the requests to come are like; empty if there is none. Where
   * nobody knows how many are to come, only that of the contract is.
   */
  Optional<String> certainBreach() {
    if (proof.isPresent()) {
      return recorder.endpoints().stream()
          .flatMap(endpoint -> Certainty.ofBreach(endpoint, Map.of(), endpoint.requests()).stream())
          .findFirst();
    }
    if (total.isPresent()) {
      return certainBreach(RunRecorder.NO_PHASE, judged(), total.getAsLong());
    }
    return recent.stream()
        .filter(Stage::judged)
        .flatMap(stage -> certainBreach(stage).stream())
        .findFirst();
  }

  /** What a baseline's twins do is no breach. */
  private List<EndpointRecord> judged() {
    return recorder.endpoints().stream().filter(endpoint -> !Twins.isOne(endpoint.name())).toList();
  }

  /** The same for one stage. */
  Optional<String> certainBreach(Stage stage) {
    List<EndpointRecord> measured =
        stage.name().equals(RunRecorder.NO_PHASE)
            ? recorder.endpoints()
            : recorder.phase(stage.name()).map(Phase::endpoints).orElse(List.of());
    return certainBreach(stage.name(), measured, stage.arrivals());
  }

  private Optional<String> certainBreach(String phase, List<EndpointRecord> measured, long ofAll) {
    return measured.stream()
        .flatMap(
            endpoint ->
                Certainty.ofBreach(
                    endpoint,
                    resolved(gate.limits(phase, endpoint(endpoint))),
                    traffic.count(endpoint(endpoint), ofAll))
                    .stream())
        .findFirst()
        .map(breach -> phase.isEmpty() ? breach : phase + ": " + breach);
  }

  /** Less those of which a breach may be taken back as noise. */
  private Map<Limit, Double> resolved(Map<Limit, Double> limits) {
    Optional<NoiseFloor> floor = noise.get();
    Map<Limit, Double> left = new HashMap<>(limits);
    left.entrySet()
        .removeIf(
            entry ->
                entry.getKey().quantile().flatMap(q -> floor.map(f -> f.least(q))).stream()
                    .anyMatch(least -> entry.getValue() < least.toNanos() / 1e6));
    return left;
  }

  private Endpoint endpoint(EndpointRecord measured) {
    return endpoints.stream()
        .filter(endpoint -> endpoint.name().equals(measured.name()))
        .findFirst()
        .orElseThrow();
  }
}

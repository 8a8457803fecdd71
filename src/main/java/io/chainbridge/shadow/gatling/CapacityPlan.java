package io.chainbridge.shadow.gatling;

import io.chainbridge.shadow.budget.Endpoint;
import io.chainbridge.shadow.budget.Gate;
import io.chainbridge.shadow.load.RateSearch;
import io.chainbridge.shadow.load.Stage;
import io.chainbridge.shadow.record.Phase;
import io.chainbridge.shadow.settings.Pace;
import io.chainbridge.shadow.verdict.Evidence;
import io.chainbridge.shadow.verdict.Judge;
import io.chainbridge.shadow.verdict.Outcome;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The stages of a search for the capacity: each rate is tried for as long as the percentiles need,
 * or until its breach is certain; then the service settles until all requests of the try are
 * answered, and warms up at the next rate. Thread-safe.
 */
final class CapacityPlan implements Supplier<Optional<Stage>> {
  private static final String SETTLING = "settling";
  private static final Duration WARM_UP = Duration.ofSeconds(2);

  private final Run run;
  private final Pace.Search pace;
  private final RateSearch search;
  private final Deque<Stage> upcoming = new ArrayDeque<>();
  private final Set<String> tried = new HashSet<>();
  private @Nullable Stage tryStage;
  private @Nullable Stage wait;
  private int waits;
  private @Nullable Injection injection;

  CapacityPlan(Run run, Pace.Search pace) {
    this.run = run;
    this.pace = pace;
    this.search = new RateSearch(pace.startRate(), pace.maxRate());
  }

  synchronized void steers(Injection steered) {
    injection = steered;
  }

  @Override
  public synchronized Optional<Stage> get() {
    if (upcoming.isEmpty()) {
      if (tryStage != null && (waits == 0 || (waits == 1 && !answered(tryStage)))) {
        double rate = calmRate(tryStage);
        wait = settling(rate, waits == 0 ? longestAnswer() : ofTwoArrivals(rate));
        waits++;
        return Optional.of(wait);
      }
      if (tryStage != null && !judge(tryStage)) {
        return Optional.empty();
      }
      wait = null;
      waits = 0;
      tryStage = null;
      search.next().ifPresent(this::plan);
    }
    Optional<Stage> next = Optional.ofNullable(upcoming.poll());
    next.filter(Stage::judged).ifPresent(stage -> tryStage = stage);
    return next;
  }

  private void plan(double rate) {
    upcoming.add(settling(rate, WARM_UP));
    upcoming.add(new Stage(name(rate), true, rate, length(rate)));
  }

  private static Stage settling(double rate, Duration length) {
    return new Stage(SETTLING, false, rate, length);
  }

  private String name(double rate) {
    String name =
        new BigDecimal(rate, new MathContext(6)).stripTrailingZeros().toPlainString() + " rps";
    while (!tried.add(name)) {
      name += " again";
    }
    return name;
  }

  private Duration longestAnswer() {
    return run.settings().timeout().plusSeconds(10);
  }

  /**
   * A stage is over as soon as its last arrival is known, which is when the one before it is due:
   * at a low rate long before the stage's end. Of two arrivals the first is due after all stages
   * before.
   */
  private static Duration ofTwoArrivals(double rate) {
    return Duration.ofMillis((long) Math.ceil(2_000 / rate));
  }

  private double calmRate(Stage stage) {
    return Math.min(stage.rate(), search.highestMet().orElse(pace.startRate())) / 2;
  }

  /** Long enough that each endpoint gets the requests that prove its limits. */
  private Duration length(double rate) {
    Gate gate = run.gate();
    double weights = gate.endpoints().stream().mapToInt(Endpoint::weight).sum();
    double arrivals =
        gate.endpoints().stream()
            .mapToDouble(endpoint -> Judge.requestsToProve(endpoint) * weights / endpoint.weight())
            .max()
            .orElse(1);
    Duration needed = Duration.ofMillis((long) Math.ceil(arrivals / rate * 1_000));
    return needed.compareTo(pace.probeDuration()) > 0 ? needed : pace.probeDuration();
  }

  /**
   * Tells the search what came of a try.
   *
   * @return whether it makes sense to go on
   */
  private boolean judge(Stage stage) {
    Optional<Phase> phase = run.recorder().phase(stage.name());
    if (phase.isEmpty() || !phase.get().arrivals().keptUp()) {
      return false;
    }
    List<Outcome> breached =
        Judge.outcomes(phase.get(), run.gate(), run.calibration().found()).stream()
            .filter(Outcome::broke)
            .toList();
    if (breached.isEmpty()) {
      search.met(stage.rate());
    } else {
      search.breached(stage.rate(), breached.stream().anyMatch(CapacityPlan::certain));
    }
    return search.highestMet().isPresent() || !hopeless(phase.get());
  }

  /** Whether no lower rate would do better: nothing succeeded, or the contract was broken. */
  private static boolean hopeless(Phase phase) {
    return phase.endpoints().stream()
        .anyMatch(
            endpoint ->
                endpoint.contractBreaks() > 0
                    || (endpoint.requests() > 0 && endpoint.successes() == 0));
  }

  private static boolean certain(Outcome outcome) {
    return !(outcome.evidence() instanceof Evidence.Proportion proportion)
        || proportion.proof() == Evidence.Proof.REFUTED;
  }

  /** Called from time to time: ends a try whose breach is certain, and a wait that is over. */
  synchronized void look() {
    if (injection == null || tryStage == null) {
      return;
    }
    if (wait == null && run.expectation().certainBreach(tryStage).isPresent()) {
      injection.cut(tryStage);
    } else if (wait != null && answered(tryStage)) {
      injection.cut(wait);
    }
  }

  private boolean answered(Stage stage) {
    return run.recorder()
        .phase(stage.name())
        .filter(phase -> phase.arrivals().made() == phase.arrivals().planned())
        .filter(phase -> phase.requests() == phase.arrivals().made())
        .isPresent();
  }
}

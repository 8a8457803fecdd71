package io.chainbridge.shadow.report;

import io.chainbridge.shadow.budget.Quantile;
import io.chainbridge.shadow.record.ArrivalCount;
import io.chainbridge.shadow.record.InjectorHealth;
import io.chainbridge.shadow.record.RunRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.TreeMap;

/**
 * How the machine fared that sent the requests, and whether they came as planned.
 *
 * @param warnings why it, and not the service, may be what was measured
 * @param facts its figures
 */
record InjectorPanel(List<String> warnings, List<Headline.Fact> facts) {
  private static final String NONE = "\u2013";

  static InjectorPanel of(RunRecord run) {
    List<Headline.Fact> facts = new ArrayList<>();
    NoiseText.of(run).ifPresent(noise -> facts.add(fact("noise floor", noise)));
    run.injector().ifPresent(health -> addTo(facts, health));
    run.arrivals().ifPresent(arrivals -> addTo(facts, arrivals));
    LiveText.of(run)
        .ifPresent(live -> facts.add(new Headline.Fact("streamed", Quoted.line(live), true)));
    new TreeMap<>(run.environment())
        .forEach(
            (name, value) ->
                facts.add(new Headline.Fact(Quoted.line(name), Quoted.line(value), true)));
    return new InjectorPanel(run.injector().map(InjectorHealth::warnings).orElse(List.of()), facts);
  }

  private static void addTo(List<Headline.Fact> facts, InjectorHealth health) {
    health
        .noise()
        .ifPresent(
            noise -> {
              facts.add(fact("an endpoint that does nothing took", NoiseText.calibration(noise)));
            });
    facts.add(fact("observed for", Lengths.of(health.span())));
    facts.add(fact("CPU, this process", share(OptionalDouble.of(health.processCpu()))));
    facts.add(fact("CPU, whole machine", share(health.machineCpu())));
    facts.add(fact("CPU, stolen by the hypervisor", share(health.steal())));
    facts.add(
        fact(
            "garbage collection",
            "%s, %s in all"
                .formatted(
                    Figures.count(health.gcPauses())
                        + (health.gcPauses() == 1 ? " pause" : " pauses"),
                    Lengths.of(health.gcTime()))));
  }

  private static void addTo(List<Headline.Fact> facts, ArrivalCount arrivals) {
    facts.add(fact("arrivals planned", perSecond(arrivals.planned(), arrivals.plannedRate())));
    facts.add(fact("arrivals made", perSecond(arrivals.made(), arrivals.actualRate())));
    facts.add(
        fact(
            "made %d ms late or more".formatted(ArrivalCount.LATE.toMillis()),
            Figures.count(arrivals.late())));
    facts.add(
        fact(
            "lateness, p99 and most",
            "%s, %s"
                .formatted(
                    arrivals.lateness().at(Quantile.P99).map(Lengths::of).orElse(NONE),
                    arrivals.lateness().max().map(Lengths::of).orElse(NONE))));
  }

  private static String perSecond(long arrivals, double rate) {
    return String.format(Locale.ROOT, "%,d, %,.1f /s", arrivals, rate);
  }

  private static Headline.Fact fact(String name, String text) {
    return new Headline.Fact(name, text, false);
  }

  private static String share(OptionalDouble share) {
    return share.isPresent() ? Figures.share(share.getAsDouble()) : "not told by this system";
  }
}

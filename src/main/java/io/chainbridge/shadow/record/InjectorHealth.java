package io.chainbridge.shadow.record;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * How the machine that sent the requests fared while it did. Where it had no time, the figures are
 * about it and not about the service.
 *
 * @param span what was observed
 * @param processCpu share of all processors that this process used, 0 to 1
 * @param machineCpu share of all processors that was busy, 0 to 1; empty where the system does not
 *     tell
 * @param steal share of the time that the hypervisor gave to others, 0 to 1; empty where the system
 *     does not tell
 * @param gcPauses garbage collections
 * @param gcTime spent in them
 * @param noise what it could resolve; empty where that was not looked at
 */
public record InjectorHealth(
    Duration span,
    double processCpu,
    OptionalDouble machineCpu,
    OptionalDouble steal,
    long gcPauses,
    Duration gcTime,
    Optional<NoiseFloor> noise) {

  private static final double BUSY = 0.9;
  private static final double STOLEN = 0.05;
  private static final double COLLECTING = 0.05;

  /** The same, with what the injector could resolve. */
  public InjectorHealth withNoise(Optional<NoiseFloor> found) {
    return new InjectorHealth(span, processCpu, machineCpu, steal, gcPauses, gcTime, found);
  }

  /** Of two injectors the worse in each respect. */
  InjectorHealth worst(InjectorHealth other) {
    return new InjectorHealth(
        max(span, other.span),
        Math.max(processCpu, other.processCpu),
        max(machineCpu, other.machineCpu),
        max(steal, other.steal),
        Math.max(gcPauses, other.gcPauses),
        max(gcTime, other.gcTime),
        noise.isPresent() && other.noise.isPresent()
            ? Optional.of(noise.get().worst(other.noise.get()))
            : noise.or(() -> other.noise));
  }

  private static Duration max(Duration one, Duration other) {
    return one.compareTo(other) > 0 ? one : other;
  }

  private static OptionalDouble max(OptionalDouble one, OptionalDouble other) {
    return one.isPresent() && other.isPresent()
        ? OptionalDouble.of(Math.max(one.getAsDouble(), other.getAsDouble()))
        : one.isPresent() ? one : other;
  }

  /** Why the injector or its machine may have made the service look slow; empty if it did not. */
  public List<String> warnings() {
    List<String> warnings = new ArrayList<>();
    if (machineCpu.orElse(processCpu) >= BUSY) {
      warnings.add(
          "the machine was busy to %s: latencies may be those of the injector, not of the service"
              .formatted(percent(machineCpu.orElse(processCpu))));
    }
    if (steal.orElse(0) >= STOLEN) {
      warnings.add(
          "the hypervisor gave %s of the time to others: latencies may be those of the machine, not of the service"
              .formatted(percent(steal.getAsDouble())));
    }
    if (!span.isZero() && (double) gcTime.toNanos() / span.toNanos() >= COLLECTING) {
      warnings.add(
          "garbage collection took %d ms of %d ms: latencies may be those of the injector, not of the service"
              .formatted(gcTime.toMillis(), span.toMillis()));
    }
    return warnings;
  }

  /** Whether this process used nearly all that its machine has. */
  public boolean exhausted() {
    return processCpu >= BUSY;
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.0f %%", share * 100);
  }
}

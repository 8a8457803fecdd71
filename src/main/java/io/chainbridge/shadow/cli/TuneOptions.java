package io.chainbridge.shadow.cli;

import io.chainbridge.shadow.settings.Shape;
import io.chainbridge.shadow.tuning.Selection;
import io.chainbridge.shadow.tuning.Terms;
import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** By which runs limits are tuned, and how. */
final class TuneOptions {
  private static final int MOST_DECIMALS = 6;
  private static final BigDecimal MOST_HEADROOM = BigDecimal.valueOf(1_000);
  private static final int MOST_RUNS = 1_000_000;

  /** Those whose runs are judged as a whole by the plain limits of a budget file. */
  private static final Set<Shape> PLAIN = EnumSet.of(Shape.PROBE, Shape.LOAD, Shape.SOAK);

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  @Option(
      names = "--branch",
      paramLabel = "B",
      description = "Only the runs of this branch; of main if absent, else master, else of all.")
  private @Nullable String branch;

  @Option(
      names = "--target",
      paramLabel = "URL",
      description = "Only the runs on this target; embedded is the reference. All if absent.")
  private @Nullable String target;

  @Option(
      names = "--allow-looser",
      description = "Let a limit rise too, where the history asks for it.")
  private boolean allowLooser;

  private BigDecimal quantile = BigDecimal.ZERO;
  private BigDecimal headroom = BigDecimal.ZERO;
  private int minRuns;
  private Set<Shape> shapes = Set.of();

  @Option(
      names = "--quantile",
      paramLabel = "Q",
      defaultValue = "0.95",
      description = "Of the figures of past runs; 0.95 if absent.")
  void quantile(String text) {
    try {
      quantile = decimal(text);
      check(quantile.signum() > 0 && quantile.compareTo(BigDecimal.ONE) < 0);
    } catch (IllegalArgumentException e) {
      throw refused(
          "--quantile", text, "a number above 0 and below 1, of 6 decimals at most", "0.95", e);
    }
  }

  @Option(
      names = "--headroom",
      paramLabel = "SHARE",
      defaultValue = "0.25",
      description = "What is added to the quantile; 0.25, which is 25 %%, if absent.")
  void headroom(String text) {
    try {
      headroom = decimal(text);
      check(headroom.signum() >= 0 && headroom.compareTo(MOST_HEADROOM) <= 0);
    } catch (IllegalArgumentException e) {
      throw refused("--headroom", text, "a share from 0 to 1000, of 6 decimals at most", "0.25", e);
    }
  }

  @Option(
      names = "--min-runs",
      paramLabel = "N",
      defaultValue = "20",
      description = "Fewer runs propose nothing; 20 if absent.")
  void minRuns(String text) {
    try {
      minRuns = Integer.parseInt(text);
      check(minRuns >= 1 && minRuns <= MOST_RUNS);
    } catch (IllegalArgumentException e) {
      throw refused("--min-runs", text, "a whole number from 1 to " + MOST_RUNS, "20", e);
    }
  }

  @Option(
      names = "--shape",
      paramLabel = "SHAPES",
      defaultValue = "probe",
      description = "Only the runs of these load shapes, of probe, load and soak; probe if absent.")
  void shapes(String text) {
    try {
      Set<Shape> given = EnumSet.noneOf(Shape.class);
      for (String name : text.split(",", -1)) {
        given.add(Shape.of(name.strip()));
      }
      check(PLAIN.containsAll(given));
      shapes = given;
    } catch (IllegalArgumentException e) {
      throw refused(
          "--shape", text, "probe, load or soak, or some of them with commas", "probe,load", e);
    }
  }

  /** By what limits are proposed. */
  Terms terms() {
    return new Terms(quantile, headroom, minRuns, allowLooser);
  }

  /** Which runs count for a gate. */
  Selection.Wanted wanted(String gate) {
    return new Selection.Wanted(
        gate, Optional.ofNullable(branch), Optional.ofNullable(target), shapes);
  }

  private static BigDecimal decimal(String text) {
    BigDecimal number = new BigDecimal(text).stripTrailingZeros();
    check(number.scale() <= MOST_DECIMALS && number.precision() <= 2 * MOST_DECIMALS);
    return number;
  }

  private static void check(boolean allowed) {
    if (!allowed) {
      throw new IllegalArgumentException();
    }
  }

  private ParameterException refused(
      String name, String text, String allowed, String example, IllegalArgumentException e) {
    return new ParameterException(
        spec.commandLine(),
        "%s=%s: must be %s; for example %s=%s".formatted(name, text, allowed, name, example),
        e);
  }
}

package io.chainbridge.shadow.budget;

import io.chainbridge.shadow.settings.Delay;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What can be made to go wrong, and what has to be said of it. */
public enum FaultKind {
  /** Answers come later. */
  LATENCY,
  /** Bodies come slowly. */
  BANDWIDTH,
  /** The connection is reset in place of an answer. */
  RESET,
  /** The connection is closed in the midst of a body. */
  TRUNCATE,
  /** A server error in place of the answer. */
  ERROR,
  /** No answer at all, until the client gives up. */
  BLACKHOLE,
  /** The statements of the reference service's database take longer. */
  DATABASE_LATENCY;

  /** KB of 1,024 bytes a second. */
  public static final String RATE = "rate_kb_s";

  /** How much of an answer arrives. */
  public static final String BYTES = "bytes";

  /** Of a server error. */
  public static final String STATUS = "status";

  /** Its name in budget files and results, such as {@code database_latency}. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * The kind with that name.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static FaultKind of(String key) {
    return valueOf(key.toUpperCase(Locale.ROOT));
  }

  /** Parameters that have to be given. */
  List<String> required() {
    return switch (this) {
      case LATENCY, DATABASE_LATENCY -> List.of(Delay.LATENCY);
      case BANDWIDTH -> List.of(RATE);
      case RESET, TRUNCATE, ERROR, BLACKHOLE -> List.of();
    };
  }

  private List<String> optional() {
    return switch (this) {
      case LATENCY, DATABASE_LATENCY -> List.of(Delay.DISTRIBUTION, Delay.JITTER, Delay.SIGMA);
      case TRUNCATE -> List.of(BYTES);
      case ERROR -> List.of(STATUS);
      case BANDWIDTH, RESET, BLACKHOLE -> List.of();
    };
  }

  /** Whether it knows a parameter. */
  boolean knows(String parameter) {
    return required().contains(parameter) || optional().contains(parameter);
  }

  /** Those that know a parameter. */
  static List<String> knowing(String parameter) {
    return Arrays.stream(values())
        .filter(kind -> kind.knows(parameter))
        .map(FaultKind::key)
        .toList();
  }
}

package io.chainbridge.shadow.settings;

import java.math.BigDecimal;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A kind of value a setting can have: how its text is read, and what to say of a text that is not
 * one.
 *
 * @param allowed completes "must be ..."
 * @param parser empty for a text that is not allowed
 * @param remark what else to say of a text that is not allowed, after a comma; may be empty
 * @param secrecy who may see a text
 */
record Kind<T>(
    String allowed,
    Function<String, Optional<T>> parser,
    Function<String, String> remark,
    Secrecy secrecy) {

  Kind(String allowed, Function<String, Optional<T>> parser, Function<String, String> remark) {
    this(allowed, parser, remark, Secrecy.OPEN);
  }

  Kind(String allowed, Function<String, Optional<T>> parser) {
    this(allowed, parser, found -> "");
  }

  private static final List<String> LOOPBACK = List.of("127.0.0.1", "localhost", "[::1]");

  /** Arrivals a second. */
  static final double HIGHEST_RATE = 100_000;

  Optional<T> parse(String text) {
    return parser.apply(text.strip());
  }

  static Kind<Integer> wholeNumber(int least, int most) {
    return new Kind<>(
        "a whole number from %d to %d".formatted(least, most),
        text -> number(text, Integer::valueOf).filter(number -> number >= least && number <= most));
  }

  static Kind<Long> seed() {
    return new Kind<>("a whole number", text -> number(text, Long::valueOf));
  }

  static Kind<Double> positiveNumber() {
    return new Kind<>(
        "a number above 0",
        text -> number(text, Kind::decimal).filter(number -> number > 0 && number < 1e9));
  }

  /** Arrivals a second. */
  static Kind<Double> rate() {
    return new Kind<>(
        "a number of arrivals a second from 0.001 to 100000",
        text -> number(text, Kind::decimal).filter(rate -> rate >= 0.001 && rate <= HIGHEST_RATE));
  }

  static Kind<Pause> pause() {
    return new Kind<>(
        "a duration with its unit (ms, s, m or h) up to 1h, or exponential: and the mean",
        text ->
            number(text, Pause::parse)
                .filter(pause -> pause.mean().compareTo(Duration.ofHours(1)) <= 0));
  }

  static Kind<Double> failureRate() {
    return new Kind<>(
        "a ratio above 0 and at most 1",
        text -> number(text, Kind::decimal).filter(ratio -> ratio > 0 && ratio <= 1));
  }

  static Kind<Double> confidence() {
    return new Kind<>(
        "a number above 0.5 and below 0.9999",
        text ->
            number(text, Kind::decimal)
                .filter(confidence -> confidence > 0.5 && confidence < 0.9999));
  }

  static Kind<Double> share() {
    return new Kind<>(
        "a ratio from 0 to 1",
        text -> number(text, Kind::decimal).filter(ratio -> ratio >= 0 && ratio <= 1));
  }

  static Kind<Boolean> flag() {
    return new Kind<>(
        "true or false",
        text ->
            switch (text) {
              case "true" -> Optional.of(true);
              case "false" -> Optional.of(false);
              default -> Optional.empty();
            });
  }

  static Kind<Duration> duration(Duration least, Duration most) {
    return new Kind<>(
        "a duration with its unit (ms, s, m or h) from %s to %s"
            .formatted(Durations.text(least), Durations.text(most)),
        text ->
            number(text, Durations::parse)
                .filter(
                    duration -> duration.compareTo(least) >= 0 && duration.compareTo(most) <= 0));
  }

  /** A target: scheme, host, port and path, without credentials, query or fragment. */
  static Kind<URI> target() {
    return address("a secret belongs in a header of the budget file");
  }

  /**
   * Scheme, host, port and path, without credentials, query or fragment; the last slash does not
   * matter.
   *
   * @param secrets where those belong instead
   */
  static Kind<URI> address(String secrets) {
    return new Kind<>(
        "an http or https address without credentials, query or fragment (%s)".formatted(secrets),
        text -> readAddress(text.endsWith("/") ? text.substring(0, text.length() - 1) : text));
  }

  /** An address of this machine, where nobody else hears what is said. */
  static Kind<URI> loopback() {
    return new Kind<>(
        "an http address of this machine without path, such as http://127.0.0.1:8474",
        text ->
            readAddress(text.endsWith("/") ? text.substring(0, text.length() - 1) : text)
                .filter(uri -> uri.getScheme().equals("http") && uri.getRawPath().isEmpty())
                .filter(uri -> LOOPBACK.contains(uri.getHost())));
  }

  /** A target, or a path at one. */
  static Kind<URI> health() {
    return new Kind<>(
        "an http or https address, or a path that begins with /, without credentials, query or fragment",
        text -> text.startsWith("/") ? readPathAtTarget(text) : readAddress(text));
  }

  static Kind<String> command() {
    return new Kind<>(
        "a command of the shell",
        text -> Optional.of(text).filter(command -> !command.isEmpty()),
        found -> "",
        Secrecy.HIDDEN);
  }

  static Kind<Path> file() {
    return new Kind<>(
        "the path of a file, not of a folder",
        text -> readPath(text).filter(path -> !Files.isDirectory(path)));
  }

  /** The word none is read as any other path, for whoever asks to tell. */
  static Kind<Path> folderOrNone() {
    return new Kind<>(
        "the path of a folder, or none",
        text -> readPath(text).filter(path -> !Files.isRegularFile(path)));
  }

  static Kind<Path> existingFile() {
    return new Kind<>(
        "an existing file",
        text -> readPath(text).filter(Files::isRegularFile),
        text ->
            readPath(text)
                .map(path -> "and %s is none".formatted(path.toAbsolutePath()))
                .orElse(""));
  }

  private static Optional<URI> readAddress(String text) {
    try {
      URI uri = new URI(text);
      boolean http = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
      boolean plain =
          uri.getRawUserInfo() == null && uri.getRawQuery() == null && uri.getRawFragment() == null;
      boolean port = uri.getPort() != 0 && uri.getPort() <= 65_535;
      return http && plain && port && uri.getHost() != null ? Optional.of(uri) : Optional.empty();
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }

  private static Optional<URI> readPathAtTarget(String text) {
    return text.startsWith("//")
        ? Optional.empty()
        : readAddress("http://target" + text).map(uri -> URI.create(uri.getRawPath()));
  }

  private static Optional<Path> readPath(String text) {
    try {
      return text.isEmpty() ? Optional.empty() : Optional.of(Path.of(text));
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }

  /** Stricter than {@link Double#valueOf(String)}, which also reads "NaN" and "75d". */
  private static Double decimal(String text) {
    return new BigDecimal(text).doubleValue();
  }

  private static <N> Optional<N> number(String text, Function<String, N> parser) {
    try {
      return Optional.of(parser.apply(text));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}

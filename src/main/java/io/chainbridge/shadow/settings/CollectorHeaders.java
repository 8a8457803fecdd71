package io.chainbridge.shadow.settings;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a collector wants to be told with each export, such as a token. The values are secrets: the
 * text form has the names alone. Immutable.
 */
public final class CollectorHeaders {
  /** The standard's own name, so that what is set for other senders holds here. */
  static final String VARIABLE = "OTEL_EXPORTER_OTLP_HEADERS";

  /** Without what was found, which may be a secret. */
  static final String PROBLEM =
      VARIABLE
          + ": must be name=value pairs separated by commas, each value percent-encoded, without"
          + " the headers of the connection itself; for example "
          + VARIABLE
          + "=Authorization=Bearer%20TOKEN";

  /** None at all. */
  public static final CollectorHeaders NONE = new CollectorHeaders(Map.of());

  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9!#$%&'*+.^_`|~-]+");
  private static final Pattern VALUE = Pattern.compile("[\\x20-\\x7e\\t]*");

  /** A client sets them itself. */
  private static final Set<String> OF_THE_CONNECTION =
      Set.of(
          "connection",
          "content-encoding",
          "content-length",
          "content-type",
          "expect",
          "host",
          "transfer-encoding",
          "upgrade");

  private final Map<String, String> values;

  private CollectorHeaders(Map<String, String> values) {
    this.values = Collections.unmodifiableMap(values);
  }

  /**
   * Reads the variable's text; of a name that comes twice the last value holds.
   *
   * @return empty if it makes no sense
   */
  static Optional<CollectorHeaders> parse(String text) {
    Map<String, String> values = new LinkedHashMap<>();
    for (String pair : text.split(",", -1)) {
      if (pair.isBlank()) {
        continue;
      }
      int equals = pair.indexOf('=');
      String name = pair.substring(0, Math.max(0, equals)).strip();
      Optional<String> value = decoded(pair.substring(equals + 1).strip());
      if (!NAME.matcher(name).matches()
          || OF_THE_CONNECTION.contains(name.toLowerCase(Locale.ROOT))
          || value.isEmpty()) {
        return Optional.empty();
      }
      values.put(name, value.get());
    }
    return Optional.of(new CollectorHeaders(values));
  }

  /** A plus sign stands for itself, as it does in Base64. */
  private static Optional<String> decoded(String value) {
    try {
      return Optional.of(URLDecoder.decode(value.replace("+", "%2B"), UTF_8))
          .filter(decoded -> VALUE.matcher(decoded).matches());
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** Values by name, in the order given. */
  public Map<String, String> values() {
    return values;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof CollectorHeaders headers && headers.values.equals(values);
  }

  @Override
  public int hashCode() {
    return values.hashCode();
  }

  @Override
  public String toString() {
    return values.keySet().toString();
  }
}

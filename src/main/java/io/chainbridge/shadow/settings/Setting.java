package io.chainbridge.shadow.settings;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * One thing a user can set: by a system property, or by an environment variable of the same name in
 * capitals.
 *
 * @param <T> type of its value
 * @param property name of the system property
 * @param kind what its values look like
 * @param example a value that makes sense
 * @param fallback what holds when nothing is set, and for which load shapes it can be
 * @param meaning what it decides
 */
record Setting<T>(
    String property, Kind<T> kind, String example, Fallback fallback, String meaning) {

  /** What environment variables of settings begin with. */
  static final String PREFIX = "SHADOW_";

  /** All before the last at sign of something like an address. */
  private static final Pattern CREDENTIALS =
      Pattern.compile("(?is)^(?:(https?://)|(?=[^@]*:|//)).*@");

  private static final Pattern QUERY = Pattern.compile("(?is)^(https?://[^?#]*[?#]).+");

  /** Name of the environment variable: {@code baseUrl} becomes {@code SHADOW_BASE_URL}. */
  String environment() {
    return PREFIX
        + property
            .replaceAll("([a-z0-9])([A-Z])", "$1_$2")
            .replace('.', '_')
            .toUpperCase(Locale.ROOT);
  }

  /** Whether a property of that name is refused. */
  boolean environmentOnly() {
    return kind.secrecy() == Secrecy.ENVIRONMENT_ONLY;
  }

  /** How a user is to name it: by the property, or by the variable if that is all there is. */
  String name() {
    return environmentOnly() ? environment() : "-D" + property;
  }

  /** What to say of it as a property, if it is of the environment only. */
  String refuseProperty() {
    return "-D%s: is a secret, and everyone on this machine can read a command line; set the environment variable %s instead"
        .formatted(property, environment());
  }

  /** What to say of a value that is not allowed, as the user wrote it, less any secrets. */
  String refuse(String name, String found) {
    String shown = environmentOnly() ? Secret.SHOWN : withoutSecrets(found);
    String remark = kind.remark().apply(shown.strip());
    return "%s=%s: must be %s%s; for example %s=%s"
        .formatted(
            name, shown, kind.allowed(), remark.isEmpty() ? "" : ", " + remark, name, example);
  }

  private static String withoutSecrets(String found) {
    return QUERY.matcher(CREDENTIALS.matcher(found).replaceAll("$1***@")).replaceAll("$1***");
  }
}

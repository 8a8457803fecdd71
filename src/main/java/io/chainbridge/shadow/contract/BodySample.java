package io.chainbridge.shadow.contract;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** The beginning of a body to show people, without what looks like a secret. */
public final class BodySample {
  /** How many characters are shown. */
  public static final int LONGEST = 2_048;

  /** More is not looked at: what is cut off later cannot be shown. */
  private static final int LONGEST_READ = 4 * LONGEST;

  private static final Pattern SECRET =
      Pattern.compile(
          "(?i)(\"[^\"]*(?:password|passwd|secret|token|api[_-]?key|authorization|cookie|credential"
              + "|private[_-]?key|session)[^\"]*\"\\s*:\\s*)"
              + "(?:\"(?:[^\"\\\\]|\\\\.)*+(?:\"|$)|[^\\s,}\\]]+)");

  private static final Pattern BEARER = Pattern.compile("(?i)(bearer|basic) +[A-Za-z0-9._~+/=-]+");

  private BodySample() {}

  /**
   * Cuts and masks.
   *
   * @param body whatever it holds; bytes that are no UTF-8 become replacement characters
   */
  public static String of(byte[] body) {
    String text = new String(body, 0, Math.min(body.length, LONGEST_READ), StandardCharsets.UTF_8);
    String masked =
        BEARER.matcher(SECRET.matcher(text).replaceAll("$1\"***\"")).replaceAll("$1 ***");
    return masked.length() <= LONGEST ? masked : masked.substring(0, LONGEST);
  }
}

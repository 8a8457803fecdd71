package io.chainbridge.shadow.governance;

import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a file in Python says that it is written in, by a comment in its first two lines (PEP 263).
 */
final class PythonCoding {
  private static final Pattern LINE =
      Pattern.compile(
          "\\A(?:[ \\t\\f]*(?:#[^\\r\\n]*)?\\r?\\n)?[ \\t\\f]*#[^\\r\\n]*?coding[:=][ \\t]*([-\\w.]+)");
  private static final int BEGINNING = 400;

  private PythonCoding() {}

  /**
   * UTF-8 if it says nothing.
   *
   * @throws CharacterCodingException if it is none that can be read here, such as UTF-7
   */
  static Charset of(byte[] bytes) throws CharacterCodingException {
    String beginning =
        new String(bytes, 0, Math.min(bytes.length, BEGINNING), StandardCharsets.ISO_8859_1);
    Matcher line = LINE.matcher(beginning);
    if (!line.find()) {
      return StandardCharsets.UTF_8;
    }
    String name = line.group(1).toLowerCase(Locale.ROOT).replace('_', '-');
    if (name.startsWith("utf-8") || name.equals("utf8")) {
      return StandardCharsets.UTF_8;
    }
    try {
      return Charset.forName(name.replace("latin-", "latin"));
    } catch (IllegalArgumentException e) {
      throw new CharacterCodingException();
    }
  }
}

package io.chainbridge.shadow.governance;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;

/**
 * Tells findings of one audit apart, and knows them again in the next although their lines moved:
 * by rule, file, words, and how many such there were before. Not thread-safe.
 */
final class Fingerprints {
  private final Map<String, Integer> seen = new HashMap<>();

  /** Of the next finding. */
  String of(Rule rule, Finding finding) {
    String path = finding.place().map(Finding.Place::path).orElse("");
    String text =
        String.join(
            "\0", String.valueOf(rule.id()), path, finding.kind().name(), finding.message());
    return hash("%s\0%d".formatted(text, seen.merge(text, 1, Integer::sum)));
  }

  private static String hash(String text) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("each JVM has SHA-256", e);
    }
  }
}

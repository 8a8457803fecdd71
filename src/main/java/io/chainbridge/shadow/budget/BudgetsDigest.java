package io.chainbridge.shadow.budget;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import io.chainbridge.shadow.settings.InvalidInputException;
import io.chainbridge.shadow.settings.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Tells whether two processes had the same gate: SHA-256 over the budget file, the contracts and
 * feeders that it names, and what overrides its limits.
 */
public final class BudgetsDigest {
  private BudgetsDigest() {}

  /**
   * Reads all of them.
   *
   * @param file a budget file without problems
   * @param overrides limits that hold for every endpoint instead of the file's
   * @return in hexadecimal digits
   * @throws InvalidInputException if one of them cannot be read
   */
  public static String of(Path file, Settings.Limits overrides) {
    MessageDigest digest = sha256();
    digest.update(overrides.toString().getBytes(UTF_8));
    add(file, digest);
    named(JsonFile.read(file, "")).forEach(name -> add(file.resolveSibling(name), digest));
    return HexFormat.of().formatHex(digest.digest());
  }

  private static void add(Path file, MessageDigest digest) {
    try {
      byte[] content = Files.readAllBytes(file);
      digest.update("\n%d bytes\n".formatted(content.length).getBytes(UTF_8));
      digest.update(content);
    } catch (IOException e) {
      throw new InvalidInputException("%s: cannot be read: %s".formatted(file, e));
    }
  }

  private static SortedSet<String> named(JsonNode document) {
    SortedSet<String> names = new TreeSet<>();
    document
        .path("endpoints")
        .forEach(
            endpoint -> {
              addName(endpoint.at("/contract/schema"), names);
              addName(endpoint.path("feeder"), names);
            });
    return names;
  }

  private static void addName(JsonNode name, SortedSet<String> names) {
    if (name.isTextual()) {
      names.add(name.asText());
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has it", e);
    }
  }
}

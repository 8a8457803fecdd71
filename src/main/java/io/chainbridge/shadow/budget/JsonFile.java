package io.chainbridge.shadow.budget;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.chainbridge.shadow.settings.InvalidInputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Reads files of JSON: the budget file and those that it names. */
final class JsonFile {
  /** Strict, because a key given twice would silently lose one of its limits. */
  static final ObjectMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .build();

  private JsonFile() {}

  /**
   * Reads a file whole.
   *
   * @param whereToLook what to say of a file that is not there
   * @throws InvalidInputException if there is no JSON to be read
   */
  static JsonNode read(Path file, String whereToLook) {
    try {
      return parse(file, Files.readAllBytes(file));
    } catch (NoSuchFileException e) {
      throw new InvalidInputException(file + ": no such file; " + whereToLook);
    } catch (IOException e) {
      throw new InvalidInputException("%s: cannot be read: %s".formatted(file, e));
    }
  }

  /**
   * Reads what a file has, or would have.
   *
   * @throws InvalidInputException if it is no JSON
   */
  static JsonNode parse(Path file, byte[] content) {
    try {
      JsonNode document = JSON.readTree(content);
      if (document.isMissingNode()) {
        throw new InvalidInputException(file + ": is empty; must be JSON");
      }
      return document;
    } catch (JsonProcessingException e) {
      throw new InvalidInputException(file + malformed(e, "JSON"));
    } catch (IOException e) {
      throw new InvalidInputException("%s: cannot be read: %s".formatted(file, e));
    }
  }

  /** Where a file is not of its format, and why; goes after its name. */
  static String malformed(JsonProcessingException e, String format) {
    return ", line %d, column %d: is no %s: %s"
        .formatted(
            e.getLocation() == null ? 0 : e.getLocation().getLineNr(),
            e.getLocation() == null ? 0 : e.getLocation().getColumnNr(),
            format,
            reason(e));
  }

  /** Less what Jackson says of the place, which it does not know. */
  private static String reason(JsonProcessingException e) {
    return e.getOriginalMessage()
        .lines()
        .findFirst()
        .orElse("")
        .replaceFirst(" \\(start marker.*", "");
  }
}

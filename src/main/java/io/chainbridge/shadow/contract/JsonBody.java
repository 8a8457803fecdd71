package io.chainbridge.shadow.contract;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Reads the body of an answer as JSON, and says in a few words why it is none. */
final class JsonBody {
  private static final String JSON = "JSON in UTF-8";

  /** Deeper than any sane answer, and shallow enough for a recursive schema. */
  static final int DEEPEST = 200;

  private static final ObjectMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build())
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  /** A body that is no JSON. */
  static final class NotJsonException extends Exception {
    private static final long serialVersionUID = 1L;

    private NotJsonException(String found) {
      super(found);
    }

    Violation violation() {
      return Violation.ofBody(String.valueOf(getMessage()), JSON);
    }
  }

  private JsonBody() {}

  static JsonNode parse(byte[] body) throws NotJsonException {
    String text = decode(body);
    if (text.isBlank()) {
      throw new NotJsonException("an empty body");
    }
    try {
      return MAPPER.readTree(text);
    } catch (StreamConstraintsException e) {
      throw new NotJsonException("JSON beyond all bounds");
    } catch (JsonProcessingException e) {
      throw new NotJsonException(describe(text, String.valueOf(e.getOriginalMessage())));
    }
  }

  /**
   * What a JSON string means.
   *
   * @param bytes of which some are the string, with its quotes
   * @throws UncheckedIOException if they are no JSON
   */
  static String string(byte[] bytes, int offset, int length) {
    try {
      return MAPPER.readTree(bytes, offset, length).textValue();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** By Jackson's words, since its exception for the end of input is not thrown after a comma. */
  private static String describe(String text, String problem) {
    if (problem.startsWith("Unexpected end-of-input")) {
      return "JSON that ends too early";
    }
    return text.stripLeading().startsWith("<") ? "HTML" : "other text";
  }

  /** Strictly: Jackson alone would let some malformed sequences pass. */
  private static String decode(byte[] body) throws NotJsonException {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
    } catch (CharacterCodingException e) {
      throw new NotJsonException("bytes that are not UTF-8");
    }
  }
}

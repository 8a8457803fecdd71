package io.chainbridge.shadow.contract;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What every answer of an endpoint must be: its status, its media type and the JSON Schema of its
 * body. Thread-safe.
 */
public final class Contract {
  private final int status;
  private final String contentType;
  private final Optional<JsonSchema> schema;
  private final Optional<StreamingSchema> streaming;
  private final AcceptedBodies accepted = new AcceptedBodies();

  /**
   * @param status expected status, 100 to 599
   * @param contentType expected media type without parameters, such as {@code application/json}
   * @param schema of the body; without one any JSON will do
   */
  public Contract(int status, String contentType, Optional<JsonSchema> schema) {
    this.status = status;
    this.contentType = contentType;
    this.schema = schema;
    this.streaming =
        schema.isPresent()
            ? schema.flatMap(JsonSchema::streaming)
            : Optional.of(StreamingSchema.OF_ANYTHING);
  }

  /** The expected status. */
  public int status() {
    return status;
  }

  /**
   * What is wrong with an answer's content type.
   *
   * @param header the whole header; null or blank if the answer has none
   * @return empty if it is the expected one, whatever its parameters
   */
  public Optional<Violation> contentTypeViolation(@Nullable String header) {
    if (contentType.equalsIgnoreCase(header)) {
      return Optional.empty(); // most often there is nothing to take apart
    }
    String found = mediaType(header == null ? "" : header);
    return found.equalsIgnoreCase(contentType)
        ? Optional.empty()
        : Optional.of(Violation.ofBody("the content type " + found, contentType));
  }

  /**
   * The first thing that is wrong with an answer's body, whatever the body holds. Of one that
   * equals another, not long before, that is known without parsing it.
   *
   * @param body decoded, that is after gzip and the like; is read, but not closed
   * @return empty if the body keeps the contract
   * @throws java.io.UncheckedIOException if it cannot be read
   */
  public Optional<Violation> bodyViolation(InputStream body) {
    ReadBody read = accepted.read(body);
    if (accepted.contains(read)) {
      return Optional.empty();
    }
    Optional<Violation> violation =
        streaming.isPresent() && streaming.get().isCertainlyKeptBy(read)
            ? Optional.empty()
            : violation(read.copy());
    if (violation.isEmpty()) {
      accepted.add(read);
    }
    return violation;
  }

  /** The same of a body in memory. */
  public Optional<Violation> bodyViolation(byte[] body) {
    return bodyViolation(new ByteArrayInputStream(body));
  }

  private Optional<Violation> violation(byte[] body) {
    try {
      var json = JsonBody.parse(body);
      return schema.flatMap(expected -> expected.violations(json).stream().findFirst());
    } catch (JsonBody.NotJsonException e) {
      return Optional.of(e.violation());
    } catch (RuntimeException | StackOverflowError e) {
      return Optional.of(
          Violation.ofBody(
              "JSON that its schema fails on (%s)".formatted(e.getClass().getSimpleName()),
              "a schema that ends"));
    }
  }

  /** Cut, because it comes from the service and ends up in messages that are counted. */
  private static String mediaType(String header) {
    String type = header.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    if (type.isEmpty()) {
      return "none";
    }
    return type.length() <= 60 ? type : type.substring(0, 60);
  }
}

package io.chainbridge.shadow.reference;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.introspect.AnnotatedMember;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/** JSON as the service writes and reads it: snake_case, UTF-8. Safe for use by many threads. */
final class Json {

  private final ObjectMapper mapper;

  /** With or without any {@code model_version} in what is written. */
  Json(boolean modelVersion) {
    mapper =
        JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER)
            .annotationIntrospector(
                modelVersion ? new JacksonAnnotationIntrospector() : new WithoutModelVersion())
            .build();
  }

  byte[] write(Object value) {
    try {
      return mapper.writeValueAsBytes(value);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The one JSON value of a body, or null for an empty body.
   *
   * @throws MalformedRequest if the body is not one JSON value
   */
  @Nullable JsonNode read(byte[] body) {
    try {
      JsonNode node = mapper.readTree(body);
      return node.isMissingNode() ? null : node;
    } catch (IOException e) {
      throw new MalformedRequest("The body is not valid JSON", e);
    }
  }

  private static final class WithoutModelVersion extends JacksonAnnotationIntrospector {

    private static final long serialVersionUID = 1;

    @Override
    public boolean hasIgnoreMarker(AnnotatedMember member) {
      return member.getName().equals("modelVersion") || super.hasIgnoreMarker(member);
    }
  }
}

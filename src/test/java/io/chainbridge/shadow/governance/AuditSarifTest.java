package io.chainbridge.shadow.governance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialects;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class AuditSarifTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @Test
  void isWhatTheStandardSays() throws IOException {
    for (Audit audit :
        List.of(
            AuditSample.mixed(),
            AuditSample.passed(),
            AuditSample.incomplete(),
            AuditSample.crowd())) {
      assertThat(standard().validate(sarif(audit))).isEmpty();
    }
  }

  @Test
  void theSchemaOfTheStandardRefusesWhatIsNone() throws IOException {
    assertThat(standard().validate(JSON.readTree("{\"version\": \"2.1.0\", \"runs\": [{}]}")))
        .isNotEmpty();
  }

  @Test
  void levelsSayWhatBlocks() throws IOException {
    assertThat(results(AuditSample.mixed()).findValuesAsText("level"))
        .containsExactly("warning", "error", "error", "error", "note");
  }

  @Test
  void filesAreRelativeReferencesThatNothingBreaksOutOf() throws IOException {
    JsonNode place =
        results(AuditSample.mixed()).at("/3/locations/0/physicalLocation/artifactLocation");
    assertThat(place.path("uri").asText())
        .isEqualTo("a%20b/%1B%5B31m%0D%0A%3A%3Aerror%3A%3Ax%2Cy%3Az%2525%C3%A9%E2%80%AE.py");
    assertThat(URI.create(place.path("uri").asText()).getPath()).startsWith("a b/\u001b[31m");
    assertThat(place.path("uriBaseId").asText()).isEqualTo("%SRCROOT%");
  }

  @Test
  void whatHasNoPlaceIsPlacedAtTheRules() throws IOException {
    assertThat(results(AuditSample.mixed()).at("/0/locations/0/physicalLocation").toString())
        .isEqualTo(
            "{\"artifactLocation\":{\"uri\":\".github/ALEX_RULES.json\",\"uriBaseId\":\"%SRCROOT%\"},"
                + "\"region\":{\"startLine\":1}}");
  }

  @Test
  void fingerprintsTellFindingsApartAndStayWhenLinesMove() throws IOException {
    List<String> before = fingerprints(audit(1, 7));
    assertThat(before).doesNotHaveDuplicates().hasSize(2);
    assertThat(fingerprints(audit(3, 12))).isEqualTo(before);
  }

  @Test
  void problemsAreTold() throws IOException {
    JsonNode invocation = sarif(AuditSample.incomplete()).at("/runs/0/invocations/0");
    assertThat(invocation.path("executionSuccessful").asBoolean()).isFalse();
    assertThat(invocation.at("/toolExecutionNotifications/0/message/text").asText())
        .isEqualTo("--base=x: ...");
  }

  private static Audit audit(int... lines) {
    List<Finding> findings =
        Arrays.stream(lines)
            .mapToObj(line -> Finding.violation("a.py", line, "has no owner", "add one"))
            .toList();
    return new Audit(
        List.of(new Audit.Entry(new CodeOwnership(), new Examination(2, findings))),
        List.of(),
        false);
  }

  private static List<String> fingerprints(Audit audit) throws IOException {
    return results(audit).findValuesAsText("alexFinding/v1");
  }

  private static JsonNode results(Audit audit) throws IOException {
    return sarif(audit).at("/runs/0/results");
  }

  private static JsonNode sarif(Audit audit) throws IOException {
    return JSON.readTree(AuditSarif.write(audit));
  }

  private static Schema standard() throws IOException {
    try (InputStream in =
        AuditSarifTest.class.getResourceAsStream("/schema/sarif-schema-2.1.0.json")) {
      return SchemaRegistry.withDialect(Dialects.getDraft7()).getSchema(JSON.readTree(in));
    }
  }
}

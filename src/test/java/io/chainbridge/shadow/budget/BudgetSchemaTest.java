package io.chainbridge.shadow.budget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.chainbridge.shadow.contract.JsonSchema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class BudgetSchemaTest {
  private static final Path FILE = Path.of("budgets", "budget.schema.json");

  private final JsonNode schema = read(FILE);

  BudgetSchemaTest() throws IOException {}

  @Test
  void isASchemaOfItsDraft() {
    assertThat(schema.path("$schema").asText())
        .isEqualTo("https://json-schema.org/draft/2020-12/schema");
    assertThatCode(() -> JsonSchema.compile(schema)).doesNotThrowAnyException();
  }

  @Test
  void isTheOneThatFilesAreCheckedBy() throws IOException {
    try (var in = BudgetFile.class.getResourceAsStream("budget.schema.json")) {
      assertThat(in).hasBinaryContent(Files.readAllBytes(FILE));
    }
  }

  @Test
  void knowsExactlyTheLimitsThatThereAre() {
    assertThat(schema.at("/$defs/limits/properties").fieldNames())
        .toIterable()
        .containsExactlyElementsOf(Arrays.stream(Limit.values()).map(Limit::key).toList());
  }

  @Test
  void describesEveryKey() {
    assertThat(schema.findParents("type"))
        .filteredOn(node -> node.path("properties").isObject())
        .flatExtracting(node -> node.path("properties").properties())
        .allSatisfy(key -> assertThat(key.getValue().path("description").asText()).endsWith("."));
  }

  @Test
  void isNamedByTheShippedGates() throws IOException {
    for (String gate : new String[] {"shadow.json", "chainiq-v0.3.json"}) {
      assertThat(read(FILE.resolveSibling(gate)).path("$schema").asText())
          .isEqualTo("./budget.schema.json");
    }
  }

  private static JsonNode read(Path file) throws IOException {
    return new ObjectMapper().readTree(file.toFile());
  }
}

package io.chainbridge.shadow.budget;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.chainbridge.shadow.contract.InvalidSchemaException;
import io.chainbridge.shadow.contract.JsonSchema;
import io.chainbridge.shadow.settings.InvalidInputException;
import io.chainbridge.shadow.settings.Settings;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads a gate from a budget file: JSON as {@code budgets/budget.schema.json} describes it. */
public final class BudgetFile {
  /** Strict, because a key given twice would silently lose one of its limits. */
  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .build();

  private BudgetFile() {}

  /**
   * Reads the gate.
   *
   * @param file the budget file; contracts are looked up relative to it
   * @param overrides limits that hold for every endpoint instead of the file's
   * @param environment values for the variables that headers name
   * @throws InvalidInputException with every problem of the file and the contracts it names
   */
  public static Gate read(Path file, Settings.Limits overrides, Map<String, String> environment) {
    return read(file, overrides, environment::get);
  }

  /**
   * Reads the gate to judge a run that is over: nothing overrides its limits, and its headers,
   * which nobody will send, need no environment.
   *
   * @throws InvalidInputException as {@link #read}
   */
  public static Gate readForJudging(Path file) {
    Settings.Limits none =
        new Settings.Limits(
            OptionalDouble.empty(),
            OptionalDouble.empty(),
            OptionalDouble.empty(),
            OptionalDouble.empty());
    return read(file, none, variable -> variable);
  }

  private static Gate read(
      Path file, Settings.Limits overrides, Function<String, @Nullable String> environment) {
    JsonNode document = parse(file, "relative paths start at the project");
    Problems problems = new Problems(file.toString());
    schema().violations(document).forEach(violation -> problems.add(violation, document));
    problems.throwIfAny();
    Gate gate =
        new GateReader(problems, environment, overrides, path -> contractSchema(file, path))
            .read(document);
    problems.throwIfAny();
    return gate;
  }

  private static JsonSchema contractSchema(Path budgetFile, String path) {
    try {
      Path file = budgetFile.resolveSibling(path).normalize();
      return contractSchema(file);
    } catch (InvalidPathException e) {
      throw new InvalidInputException("is no path: " + e.getMessage());
    }
  }

  private static JsonSchema contractSchema(Path file) {
    try {
      return JsonSchema.compile(parse(file, "relative paths start at the budget file"));
    } catch (InvalidSchemaException e) {
      throw new InvalidInputException(
          e.problems().stream()
              .map(problem -> "%s: no JSON Schema of draft 2020-12: %s".formatted(file, problem))
              .toList());
    }
  }

  private static JsonNode parse(Path file, String whereToLook) {
    try {
      JsonNode document = JSON.readTree(Files.readAllBytes(file));
      if (document.isMissingNode()) {
        throw new InvalidInputException(file + ": is empty; must be JSON");
      }
      return document;
    } catch (JsonProcessingException e) {
      throw new InvalidInputException(
          "%s, line %d, column %d: is no JSON: %s"
              .formatted(
                  file,
                  e.getLocation() == null ? 0 : e.getLocation().getLineNr(),
                  e.getLocation() == null ? 0 : e.getLocation().getColumnNr(),
                  problem(e)));
    } catch (NoSuchFileException e) {
      throw new InvalidInputException(file + ": no such file; " + whereToLook);
    } catch (IOException e) {
      throw new InvalidInputException("%s: cannot be read: %s".formatted(file, e));
    }
  }

  /** Less what Jackson says of the place, which it does not know. */
  private static String problem(JsonProcessingException e) {
    return e.getOriginalMessage()
        .lines()
        .findFirst()
        .orElse("")
        .replaceFirst(" \\(start marker.*", "");
  }

  private static JsonSchema schema() {
    try (InputStream in =
        Objects.requireNonNull(BudgetFile.class.getResourceAsStream("budget.schema.json"))) {
      return JsonSchema.compile(JSON.readTree(in));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

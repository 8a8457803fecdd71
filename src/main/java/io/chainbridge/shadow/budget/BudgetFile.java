package io.chainbridge.shadow.budget;

import com.fasterxml.jackson.databind.JsonNode;
import io.chainbridge.shadow.contract.JsonSchema;
import io.chainbridge.shadow.settings.InvalidInputException;
import io.chainbridge.shadow.settings.Settings;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads a gate from a budget file: JSON as {@code budgets/budget.schema.json} describes it. */
public final class BudgetFile {
  private BudgetFile() {}

  /**
   * Reads the gate.
   *
   * @param file the budget file; contracts and feeders are looked up relative to it
   * @param overrides limits that hold for every endpoint instead of the file's
   * @param environment values for the variables that headers name
   * @throws InvalidInputException with every problem of the file and of those that it names
   */
  public static Gate read(Path file, Settings.Limits overrides, Map<String, String> environment) {
    return read(file, document(file), overrides, environment::get);
  }

  /**
   * Reads the gate to judge a run that is over: nothing overrides its limits, and its headers,
   * which nobody will send, need no environment.
   *
   * @throws InvalidInputException as {@link #read}
   */
  public static Gate readForJudging(Path file) {
    return readForJudging(file, document(file));
  }

  /**
   * The same of what the file is to have.
   *
   * @param file beside which contracts and feeders are looked up
   * @throws InvalidInputException as {@link #read}
   */
  public static Gate readForJudging(Path file, byte[] content) {
    return readForJudging(file, JsonFile.parse(file, content));
  }

  private static Gate readForJudging(Path file, JsonNode document) {
    Settings.Limits none =
        new Settings.Limits(
            OptionalDouble.empty(),
            OptionalDouble.empty(),
            OptionalDouble.empty(),
            OptionalDouble.empty());
    return read(file, document, none, variable -> variable);
  }

  private static Gate read(
      Path file,
      JsonNode document,
      Settings.Limits overrides,
      Function<String, @Nullable String> environment) {
    Problems problems = new Problems(file.toString());
    schema().violations(document).forEach(violation -> problems.add(violation, document));
    problems.throwIfAny();
    EndpointReader endpoints =
        new EndpointReader(
            problems, new HeaderTemplates(environment, problems), new NamedFiles(file));
    Gate gate = new GateReader(problems, endpoints, overrides).read(document);
    problems.throwIfAny();
    return gate;
  }

  private static JsonNode document(Path file) {
    return JsonFile.read(file, "relative paths start at the project");
  }

  private static JsonSchema schema() {
    try (InputStream in =
        Objects.requireNonNull(BudgetFile.class.getResourceAsStream("budget.schema.json"))) {
      return JsonSchema.compile(JsonFile.JSON.readTree(in));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

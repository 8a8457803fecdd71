package io.chainbridge.shadow.pipeline;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * What the jobs left behind: a job that did not come so far left nothing, and what cannot be read
 * is as good as that.
 *
 * @param governance what the rules found, as {@code governance.json}
 * @param security what the security scan found, in the same form
 * @param verdict of the probe, as {@code verdict.json}
 * @param summary of the probe, as {@code summary.md}
 */
public record Evidence(
    JsonNode governance, JsonNode security, JsonNode verdict, Optional<String> summary) {
  /** Of jobs that left nothing. */
  public static final Evidence NONE =
      new Evidence(
          MissingNode.getInstance(),
          MissingNode.getInstance(),
          MissingNode.getInstance(),
          Optional.empty());

  /**
   * What is in a folder, whichever folders in it the artifacts were put into.
   *
   * @throws IOException if the folder cannot be listed
   */
  public static Evidence in(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return NONE;
    }
    return new Evidence(
        json(folder, "governance.json"),
        json(folder, "security-scan.json"),
        json(folder, "verdict.json"),
        text(folder, "summary.md"));
  }

  /** Why the probe does not pass, in sentences; empty for one that passes, or that left nothing. */
  List<String> breaches() {
    return passes()
        ? List.of()
        : Stream.concat(
                Stream.of("the verdict is " + verdict.path("verdict").asText()),
                stream(verdict.path("reasons")).map(JsonNode::asText))
            .toList();
  }

  private boolean passes() {
    return switch (verdict.path("verdict").asText("passed")) {
      case "passed" -> true;
      case "inconclusive" -> !verdict.path("on_inconclusive").asText().equals("fail");
      default -> false;
    };
  }

  /** Each violation of a rule that blocks, in a sentence. */
  List<String> violations() {
    return Stream.of(governance, security)
        .flatMap(found -> stream(found.path("rules")))
        .filter(rule -> !rule.path("severity").asText().equals("WARNING"))
        .flatMap(rule -> sentences(rule, "violation"))
        .distinct()
        .toList();
  }

  /** What rules leave to a person, in sentences. */
  static List<String> reviews(JsonNode found) {
    return stream(found.path("rules")).flatMap(rule -> sentences(rule, "manual_review")).toList();
  }

  private static Stream<String> sentences(JsonNode rule, String kind) {
    return stream(rule.path("findings"))
        .filter(finding -> finding.path("kind").asText().equals(kind))
        .map(finding -> sentence(rule, finding));
  }

  private static String sentence(JsonNode rule, JsonNode finding) {
    String place =
        finding.hasNonNull("path")
            ? " at %s:%d".formatted(finding.path("path").asText(), finding.path("line").asInt())
            : "";
    return "ALEX rule %d%s: %s"
        .formatted(rule.path("id").asInt(), place, finding.path("message").asText());
  }

  private static Stream<JsonNode> stream(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false);
  }

  private static JsonNode json(Path folder, String name) throws IOException {
    Optional<String> text = text(folder, name);
    try {
      return text.isEmpty() ? MissingNode.getInstance() : new ObjectMapper().readTree(text.get());
    } catch (IOException e) {
      return MissingNode.getInstance();
    }
  }

  private static Optional<String> text(Path folder, String name) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      Optional<Path> file =
          files
              .filter(path -> path.endsWith(name) && Files.isRegularFile(path))
              .sorted()
              .findFirst();
      return file.isEmpty() ? Optional.empty() : Optional.of(Files.readString(file.get()));
    }
  }
}

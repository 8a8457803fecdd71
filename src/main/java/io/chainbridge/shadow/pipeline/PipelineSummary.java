package io.chainbridge.shadow.pipeline;

import com.fasterxml.jackson.databind.JsonNode;
import io.chainbridge.shadow.report.Markdown;
import java.util.ArrayList;
import java.util.List;

/** The page of a pipeline's run in GitHub-flavoured Markdown: what it comes to first. */
public final class PipelineSummary {
  /** Of a list, before "and more": GitHub takes 1 MiB of a step. */
  private static final int MOST_SENTENCES = 20;

  private PipelineSummary() {}

  /** Writes it. */
  public static String write(List<Job> jobs, PipelineVerdict verdict, Evidence evidence) {
    List<String> lines = new ArrayList<>();
    lines.add("# Shadow Mode CI");
    lines.add("");
    lines.addAll(headline(verdict));
    lines.add("");
    lines.add("| job | result |");
    lines.add("|---|---|");
    jobs.forEach(job -> lines.add("| %s | %s |".formatted(Markdown.code(job.name()), result(job))));
    lines.add("");
    lines.add(evidence.summary().orElse("## Performance budgets\n\nNot probed.\n").stripTrailing());
    lines.add("");
    rules(lines, "Governance rules enforced", evidence.governance());
    rules(lines, "Security scan", evidence.security());
    return String.join("\n", lines);
  }

  private static List<String> headline(PipelineVerdict verdict) {
    if (verdict.passed()) {
      return List.of(
          verdict.unaffected()
              ? "✅ **Passed**: the change concerns nothing that is tested or probed."
              : "✅ **Passed**: nothing blocks this change.");
    }
    List<String> lines = new ArrayList<>();
    lines.add("❌ **Blocked**. This change may not be merged:");
    lines.add("");
    list(lines, verdict.reasons());
    return lines;
  }

  private static String result(Job job) {
    return switch (job.result()) {
      case SUCCESS -> "✅ success";
      case FAILURE -> "❌ failure";
      case CANCELLED -> "⚪ cancelled";
      case SKIPPED -> "⚪ skipped";
    };
  }

  private static void rules(List<String> lines, String title, JsonNode found) {
    lines.add("## " + title);
    lines.add("");
    if (!found.path("rules").isArray()) {
      lines.add("Not looked at.");
      lines.add("");
      return;
    }
    lines.add("| rule | severity | outcome | findings |");
    lines.add("|--:|---|---|--:|");
    for (JsonNode rule : found.path("rules")) {
      lines.add(
          "| %d %s | %s | %s | %d |"
              .formatted(
                  rule.path("id").asInt(),
                  Markdown.text(rule.path("title").asText()),
                  Markdown.text(rule.path("severity").asText()),
                  outcome(rule.path("status").asText()),
                  rule.path("findings").size()));
    }
    lines.add("");
    List<String> reviews = Evidence.reviews(found);
    if (!reviews.isEmpty()) {
      lines.add("For a person to decide:");
      lines.add("");
      list(lines, reviews);
      lines.add("");
    }
  }

  private static void list(List<String> lines, List<String> sentences) {
    sentences.stream()
        .limit(MOST_SENTENCES)
        .forEach(sentence -> lines.add("- " + Markdown.text(sentence)));
    int more = sentences.size() - MOST_SENTENCES;
    if (more > 0) {
      lines.add("- and %d more; see the jobs".formatted(more));
    }
  }

  private static String outcome(String status) {
    return switch (status) {
      case "passed" -> "✅ passed";
      case "violated" -> "❌ **violated**";
      case "manual_review" -> "⚠️ manual review";
      default -> "⚪ " + Markdown.text(status.replace('_', ' '));
    };
  }
}

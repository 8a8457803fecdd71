package io.chainbridge.shadow.tuning;

import io.chainbridge.shadow.budget.Limit;
import io.chainbridge.shadow.report.Figures;
import io.chainbridge.shadow.report.TextTable;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A proposal for a terminal: the runs, a table of the limits, what each rests on, the changes as
 * JSON Patch, and the message of a commit.
 */
public final class ProposalText {
  private ProposalText() {}

  /** Writes it. */
  public static String write(Proposal proposal) {
    List<String> lines = new ArrayList<>(head(proposal));
    lines.add("");
    lines.addAll(TextTable.lines(table(proposal)));
    List<String> evidence = evidence(proposal);
    if (!evidence.isEmpty()) {
      lines.add("");
      lines.addAll(evidence);
    }
    lines.add("");
    if (proposal.changes().isEmpty()) {
      lines.add("Nothing to propose: every limit stays.");
      return String.join("\n", lines) + "\n";
    }
    for (Proposal.Patch patch : proposal.patches()) {
      lines.add(Words.name(patch.file().toString()) + " as JSON Patch (RFC 6902):");
      lines.addAll(JsonPatch.lines(patch.replacements()));
      lines.add("");
    }
    lines.add("Message of the commit:");
    lines.add("");
    CommitMessage.of(proposal)
        .lines()
        .map(line -> ("    " + line).stripTrailing())
        .forEach(lines::add);
    return String.join("\n", lines) + "\n";
  }

  private static List<String> head(Proposal proposal) {
    Selection selection = proposal.selection();
    List<String> lines = new ArrayList<>();
    lines.add(
        "Gate %s, %s: by %s"
            .formatted(
                proposal.before().gate(), Words.branch(selection), Words.terms(proposal.terms())));
    if (selection.branch().isEmpty()) {
      lines.add("- the history has no run of main or master");
    }
    if (selection.runs().isEmpty()) {
      lines.add("- no run counts");
    }
    Words.runs(selection).forEach(runs -> lines.add("- " + runs));
    if (!selection.leftOut().isEmpty()) {
      lines.add(
          "- left out: "
              + selection.leftOut().entrySet().stream()
                  .sorted(Map.Entry.comparingByKey())
                  .map(entry -> "%s %s".formatted(Figures.count(entry.getValue()), entry.getKey()))
                  .collect(Collectors.joining(", ")));
    }
    if (proposal.before().rules().isEmpty()) {
      lines.add("- no rule 12 is about this budget file: it changes alone");
    }
    return lines;
  }

  private static List<List<String>> table(Proposal proposal) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("endpoint", "limit", "now", "proposed", "why"));
    for (Decision decision : proposal.decisions()) {
      Limit limit = decision.place().limit();
      rows.add(
          List.of(
              Words.whose(decision.place()),
              limit.key(),
              "< " + Words.figure(limit, decision.place().now()),
              decision.changes() ? "< " + Words.figure(limit, decision.figure()) : "-",
              Why.of(decision, proposal.terms())));
    }
    return rows;
  }

  private static List<String> evidence(Proposal proposal) {
    LinkedHashSet<Ask> asks = new LinkedHashSet<>();
    proposal.decisions().forEach(decision -> asks.addAll(decision.asks()));
    List<String> lines = new ArrayList<>();
    asks.forEach(ask -> lines.add("- " + sentence(ask, proposal.terms())));
    if (asks.stream().anyMatch(ask -> ask.bound().isPresent())) {
      lines.add("- the confidence is that of independent runs, whatever their distribution");
    }
    if (asks.stream().anyMatch(ask -> ask.limit() == Limit.MAX_RESPONSE_SIZE_KB)) {
      lines.add(
          "- a history has the mean size of a run; a single body of the limit or more fails its"
              + " request as well");
    }
    return lines;
  }

  /** Such as {@code p95_latency_ms of stats: 80 runs of Probe on embedded, ...}. */
  private static String sentence(Ask ask, Terms terms) {
    return "%s of %s: %s of %s, %s; %s quantile %s, highest %s; %s"
        .formatted(
            ask.limit().key(),
            ask.endpoint(),
            Words.count(ask.runs()),
            Words.subject(ask.subject()),
            Words.days(ask),
            terms.quantile().toPlainString(),
            Words.figure(ask.limit(), ask.quantile()),
            Words.figure(ask.limit(), ask.highest()),
            bound(ask, terms));
  }

  private static String bound(Ask ask, Terms terms) {
    return ask.bound()
        .map(
            bound ->
                "at 95 %% confidence at most %s, number %d of %d by size"
                    .formatted(
                        Words.figure(ask.limit(), bound.figure()), bound.order(), ask.runs()))
        .orElseGet(
            () ->
                "too few runs to bound it at 95 %% confidence, %s would"
                    .formatted(
                        Figures.count(QuantileBound.leastSample(terms.quantile().doubleValue()))));
  }
}

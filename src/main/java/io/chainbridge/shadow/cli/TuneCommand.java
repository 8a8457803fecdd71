package io.chainbridge.shadow.cli;

import io.chainbridge.shadow.report.Quotation;
import io.chainbridge.shadow.settings.InvalidInputException;
import io.chainbridge.shadow.trend.History;
import io.chainbridge.shadow.tuning.GateText;
import io.chainbridge.shadow.tuning.Proposal;
import io.chainbridge.shadow.tuning.ProposalJson;
import io.chainbridge.shadow.tuning.ProposalText;
import io.chainbridge.shadow.tuning.Selection;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * Proposes limits from a history: for the budget file and rule 12 together, with the evidence, and
 * with the message of a commit, which a reviewer has yet to approve.
 *
 * <p>Exits with 0 whether it proposes something or not, 2 if something cannot be read or written.
 */
@Command(
    name = "tune",
    description = "Proposes budgets from the figures of past runs.",
    mixinStandardHelpOptions = true)
final class TuneCommand implements Callable<Integer> {
  private static final int UNUSABLE = 2;
  private static final int LONGEST_LINE = 600;
  private static final Path USUAL_RULES = Path.of(".github", "ALEX_RULES.json");

  @Spec private CommandSpec spec;

  @Mixin private TuneOptions options;

  @Mixin private HistoryOption history;

  @Option(
      names = "--budgets",
      paramLabel = "FILE",
      defaultValue = "budgets/shadow.json",
      description = "The budget file; budgets/shadow.json if absent.")
  private Path budgets;

  @Option(
      names = "--rules",
      paramLabel = "FILE",
      description = "The ALEX rules; .github/ALEX_RULES.json if absent, which may be missing.")
  private @Nullable Path rules;

  @Option(
      names = "--write",
      description = "Change the figures in both files; nothing else in them changes.")
  private boolean write;

  @Option(names = "--json", paramLabel = "FILE", description = "Also write the proposal here.")
  private @Nullable Path json;

  @Override
  public Integer call() {
    try {
      GateText text = GateTextReader.read(budgets, rules());
      History.Contents contents = history.read();
      Selection selection = Selection.of(contents.runs(), options.wanted(text.gate()));
      Proposal proposal = Proposal.of(text, selection, options.terms());
      if (json != null) {
        writeJson(json, ProposalJson.write(proposal, contents.warnings()));
      }
      PrintWriter out = spec.commandLine().getOut();
      out.print(ProposalText.write(proposal));
      if (write && !proposal.changes().isEmpty()) {
        write(proposal.after());
        out.println("Written. Nothing is committed yet, nor approved.");
      }
      out.flush();
      return 0;
    } catch (InvalidInputException e) {
      e.problems().forEach(this::tell);
      return UNUSABLE;
    }
  }

  private Optional<Path> rules() {
    return Optional.ofNullable(rules)
        .or(() -> Optional.of(USUAL_RULES).filter(file -> Files.exists(file)));
  }

  private static void write(GateText text) {
    Map<Path, String> texts = new LinkedHashMap<>();
    texts.put(text.budgets().file(), text.budgets().text());
    text.rules().ifPresent(source -> texts.put(source.file(), source.text()));
    try {
      Together.write(texts);
    } catch (IOException e) {
      throw new InvalidInputException(
          "nothing is written: %s; the files and their folders must be writable".formatted(e));
    }
  }

  private static void writeJson(Path file, String text) {
    try {
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new InvalidInputException(
          "%s: cannot be written; its folder must be there: %s".formatted(file, e));
    }
  }

  private void tell(String line) {
    spec.commandLine().getErr().println(Quotation.of(line, LONGEST_LINE));
  }
}

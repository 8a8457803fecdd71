package io.chainbridge.shadow.report;

import io.chainbridge.shadow.record.RunRecord;
import io.chainbridge.shadow.verdict.Outcome;
import io.chainbridge.shadow.verdict.Verdict;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The verdict as a plain page that works from a file, asks nothing of the network and links
 * Gatling's own report.
 */
public final class HtmlPage {
  private HtmlPage() {}

  /**
   * Writes the page.
   *
   * @param gatlingReport whether Gatling's report stands beside it
   */
  public static String write(RunRecord run, Verdict verdict, boolean gatlingReport) {
    return """
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>%1$s: %2$s</title>
        <style>
        :root { color-scheme: light dark; }
        body { font: 1rem/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 72rem; padding: 0 1rem; }
        .scroll { overflow-x: auto; }
        table { border-collapse: collapse; }
        th, td { border-bottom: 1px solid #8888; padding: .3rem .8rem; text-align: left; white-space: nowrap; }
        td.number { font-variant-numeric: tabular-nums; text-align: right; }
        .bad { font-weight: bold; }
        </style>
        </head>
        <body>
        <h1>%1$s: %2$s</h1>
        <p>%3$s<br>%4$s<br>%5$s</p>
        %6$s
        <div class="scroll" role="region" aria-label="Outcomes" tabindex="0">
        <table>
        <thead><tr><th scope="col">Endpoint</th><th scope="col">Limit</th><th scope="col">Budget</th><th scope="col">Measured</th><th scope="col">Headroom</th><th scope="col">Outcome</th><th scope="col">Evidence at 95 %%</th></tr></thead>
        <tbody>
        %7$s
        </tbody>
        </table>
        </div>
        <p>%8$s</p>
        </body>
        </html>
        """
        .formatted(
            escape(run.gate()),
            escape(verdict.status().key()),
            escape(run.target()) + (run.embedded() ? " (embedded reference)" : ""),
            escape(run.load().description()),
            escape(run.startedAt().toString()),
            reasons(Sentences.of(run, verdict)),
            verdict.outcomes().stream().map(HtmlPage::row).collect(Collectors.joining("\n")),
            gatlingReport
                ? "<a href=\"gatling/index.html\">Gatling's own report</a>"
                : "Gatling wrote no report of its own.");
  }

  private static String reasons(List<String> sentences) {
    return sentences.isEmpty()
        ? ""
        : sentences.stream()
            .map(sentence -> "<li>%s</li>".formatted(escape(sentence)))
            .collect(Collectors.joining("\n", "<ul>\n", "\n</ul>"));
  }

  private static String row(Outcome outcome) {
    return "<tr><td>%s</td><td>%s</td><td class=\"number\">%s</td><td class=\"number\">%s</td><td class=\"number\">%s</td><td%s>%s</td><td>%s</td></tr>"
        .formatted(
            escape(outcome.endpoint()),
            escape(outcome.limit()),
            escape(Figures.budget(outcome)),
            escape(Figures.measured(outcome)),
            escape(Figures.headroom(outcome)),
            outcome.passed() ? "" : " class=\"bad\"",
            escape(Figures.result(outcome)),
            escape(Figures.evidence(outcome)));
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }
}

package io.chainbridge.shadow.report;

import io.chainbridge.shadow.record.RunRecord;
import io.chainbridge.shadow.settings.ResolvedSetting;
import io.chainbridge.shadow.trend.RunTrend;
import io.chainbridge.shadow.verdict.Verdict;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Everything that the templates show, as text.
 *
 * @param inlined style and scripts
 * @param title of the window
 * @param headline what a reader sees first
 * @param sentences why the run does not pass
 * @param findings what the load shape was run to find out
 * @param findingsTitle how much they are worth
 * @param faults that there were; none in a run that was not about them
 * @param proxy what the way of the faults costs by itself; may be empty
 * @param phases of the run; none of one whose rate did not change
 * @param outcomes by phase and endpoint
 * @param trend what the runs before it say
 * @param closed whether latencies of a closed model are shown
 * @param time whether there is anything to draw over time
 * @param endpoints in detail
 * @param injector how it fared
 * @param settings as they held
 * @param figures what the charts are drawn from, as JSON
 * @param gatlingReport whether Gatling's report stands beside the page
 */
record Page(
    Inlined inlined,
    String title,
    Headline headline,
    List<String> sentences,
    List<String> findings,
    String findingsTitle,
    List<FaultRow> faults,
    String proxy,
    List<PhaseRow> phases,
    List<PhaseOutcomes> outcomes,
    RunTrendPanel trend,
    boolean closed,
    boolean time,
    List<EndpointPanel> endpoints,
    InjectorPanel injector,
    List<ResolvedSetting> settings,
    String figures,
    boolean gatlingReport) {

  private static final int MOST_TABLE_ROWS = 10;

  static Page of(RunRecord run, Verdict verdict, RunTrend runTrend, boolean gatlingReport) {
    RunTrendPanel trend = RunTrendPanel.of(runTrend);
    Headline headline = Headline.of(run, verdict);
    OverTime time = OverTime.of(run, MOST_TABLE_ROWS);
    return new Page(
        Inlined.read(
            List.of("page.css", "trendcharts.css"),
            List.of("charts.js", "trendcharts.js", "page.js")),
        "%s: gate %s".formatted(headline.verdict(), Quoted.line(run.gate())),
        headline,
        Sentences.of(run, verdict).stream().map(Quoted::line).toList(),
        FindingText.of(run, verdict).stream().map(Quoted::line).toList(),
        FindingText.label(verdict),
        FaultRow.of(run, verdict),
        ProxyText.of(run).orElse(""),
        PhaseRow.of(run, verdict),
        PhaseOutcomes.of(run, verdict),
        trend,
        !run.load().pace().open()
            && run.endpoints().stream().anyMatch(endpoint -> endpoint.requests() > 0),
        !run.timeline().slices().isEmpty(),
        IntStream.range(0, run.endpoints().size())
            .mapToObj(index -> EndpointPanel.of(index, run, verdict, time))
            .toList(),
        InjectorPanel.of(run),
        run.settings().stream().map(Page::shown).toList(),
        FiguresJson.write(run, verdict, trend),
        gatlingReport);
  }

  private static ResolvedSetting shown(ResolvedSetting setting) {
    return new ResolvedSetting(
        Quoted.line(setting.name()), Quoted.line(setting.value()), Quoted.line(setting.origin()));
  }
}

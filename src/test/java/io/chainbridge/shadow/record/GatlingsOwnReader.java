package io.chainbridge.shadow.record;

import io.gatling.charts.stats.LogFileData;
import io.gatling.charts.stats.LogFileReader;
import io.gatling.charts.stats.PercentVsTimePlot;
import io.gatling.charts.stats.RequestStatsPath;
import io.gatling.core.config.GatlingConfiguration;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import scala.Option;
import scala.collection.immutable.Seq;
import scala.jdk.javaapi.CollectionConverters;

/**
 * What Gatling's report would be made of, brought to the form of {@link LogTally}.
 *
 * <p>Its percentiles are estimates, but the distribution behind its histogram is exact.
 */
final class GatlingsOwnReader {
  private GatlingsOwnReader() {}

  static LogFileData read(Path log) {
    Path run = log.toAbsolutePath().getParent();
    return LogFileReader.apply(
            run.getFileName().toString(), run.getParent(), GatlingConfiguration.load())
        .read();
  }

  /** Requests of one name in several groups are taken together. */
  static Map<String, LogTally.Times> requests(LogFileData data) {
    Map<String, LogTally.Times> requests = new HashMap<>();
    for (var path : CollectionConverters.asJava(data.statsPaths())) {
      if (path instanceof RequestStatsPath request) {
        Option<String> name = Option.apply(request.request());
        long count = data.requestGeneralStats(name, request.group(), Option.empty()).get().count();
        var times = requests.computeIfAbsent(request.request(), n -> new LogTally.Times());
        var okAndKo = data.responseTimeDistribution(Integer.MAX_VALUE, name, request.group());
        add(okAndKo._1(), count, true, times);
        add(okAndKo._2(), count, false, times);
      }
    }
    return requests;
  }

  static Map<String, Integer> errors(LogFileData data) {
    Map<String, Integer> errors = new HashMap<>();
    CollectionConverters.asJava(data.errors(Option.empty(), Option.empty()))
        .forEach(error -> errors.merge(error.message().trim(), error.count(), Integer::sum));
    return errors;
  }

  private static void add(
      Seq<PercentVsTimePlot> percents, long count, boolean ok, LogTally.Times times) {
    for (PercentVsTimePlot plot : CollectionConverters.asJava(percents)) {
      times.add(plot.time(), ok, Math.round(plot.value() * count / 100));
    }
  }
}

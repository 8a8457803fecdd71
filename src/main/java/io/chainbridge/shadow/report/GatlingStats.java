package io.chainbridge.shadow.report;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.chainbridge.shadow.budget.Quantile;
import io.chainbridge.shadow.record.EndpointRecord;
import io.chainbridge.shadow.record.Latencies;
import io.chainbridge.shadow.record.RunRecord;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;

/**
 * The figures of a run in the JSON that Gatling wrote beside its pages until 3.13, for the tools
 * that still look for it: Jenkins' Gatling plugin and many a script. Fields, names and units are
 * Gatling's, times being whole milliseconds and a figure that there is no data for 0; the figures
 * are exact where Gatling's were estimates.
 */
public final class GatlingStats {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String ALL = "All Requests";

  /** Gatling's default bounds between fast, middling and slow answers. */
  private static final int SLOWER_MS = 800;

  private static final int SLOW_MS = 1_200;

  private GatlingStats() {}

  /** {@code js/global_stats.json}: all requests together. */
  public static String global(RunRecord run) {
    return all(run).toPrettyString() + "\n";
  }

  /** {@code js/stats.json}: all requests together, and those of each endpoint. */
  public static String detailed(RunRecord run) {
    ObjectNode node = container("GROUP", ALL, "", GatlingFileName.OF_ALL, all(run));
    ObjectNode contents = node.putObject("contents");
    for (EndpointRecord endpoint : run.endpoints()) {
      String file = GatlingFileName.ofRequest(endpoint.name());
      contents.set(
          file,
          container(
              "REQUEST",
              endpoint.name(),
              endpoint.name(),
              file,
              stats(
                  endpoint.name(),
                  endpoint.latencies(),
                  endpoint.successLatencies(),
                  run.duration())));
    }
    return node.toPrettyString() + "\n";
  }

  private static ObjectNode container(
      String type, String name, String path, String file, ObjectNode stats) {
    ObjectNode node = JSON.createObjectNode();
    node.put("type", type).put("name", name).put("path", path).put("pathFormatted", file);
    return node.set("stats", stats);
  }

  private static ObjectNode all(RunRecord run) {
    return stats(
        ALL,
        sum(run, EndpointRecord::latencies),
        sum(run, EndpointRecord::successLatencies),
        run.duration());
  }

  private static Latencies sum(RunRecord run, Function<EndpointRecord, Latencies> part) {
    return run.endpoints().stream().map(part).reduce(Latencies.none(), Latencies::plus);
  }

  private static ObjectNode stats(String name, Latencies all, Latencies ok, Duration run) {
    Sample sample = new Sample(all, ok, all.minus(ok));
    ObjectNode node = JSON.createObjectNode().put("name", name);
    node.set("numberOfRequests", sample.counts());
    node.set("minResponseTime", sample.times(Latencies::min));
    node.set("maxResponseTime", sample.times(Latencies::max));
    node.set("meanResponseTime", sample.times(Latencies::mean));
    node.set("standardDeviation", sample.times(Latencies::standardDeviation));
    node.set("percentiles1", sample.times(latencies -> latencies.at(Quantile.P50)));
    node.set("percentiles2", sample.times(Latencies::upperQuartile));
    node.set("percentiles3", sample.times(latencies -> latencies.at(Quantile.P95)));
    node.set("percentiles4", sample.times(latencies -> latencies.at(Quantile.P99)));
    long slower = ok.atOrOver(SLOWER_MS);
    long slow = ok.atOrOver(SLOW_MS);
    String fast = "t < %d ms".formatted(SLOWER_MS);
    String middling = "%d ms <= t < %d ms".formatted(SLOWER_MS, SLOW_MS);
    String inLines = "t >= %d ms <br> t < %d ms".formatted(SLOWER_MS, SLOW_MS);
    String tooSlow = "t >= %d ms".formatted(SLOW_MS);
    node.set("group1", sample.group(fast, fast, ok.count() - slower));
    node.set("group2", sample.group(middling, inLines, slower - slow));
    node.set("group3", sample.group(tooSlow, tooSlow, slow));
    node.set("group4", sample.group("failed", "failed", sample.ko().count()));
    node.set("meanNumberOfRequestsPerSecond", sample.rates(run));
    return node;
  }

  /** All requests, those that succeeded, and those that failed. */
  private record Sample(Latencies all, Latencies ok, Latencies ko) {
    ObjectNode counts() {
      return JSON.createObjectNode()
          .put("total", all.count())
          .put("ok", ok.count())
          .put("ko", ko.count());
    }

    ObjectNode times(Function<Latencies, Optional<Duration>> figure) {
      return JSON.createObjectNode()
          .put("total", millis(figure.apply(all)))
          .put("ok", millis(figure.apply(ok)))
          .put("ko", millis(figure.apply(ko)));
    }

    /** To the nearest millisecond. */
    private static long millis(Optional<Duration> figure) {
      return figure.map(time -> time.plusNanos(500_000).toMillis()).orElse(0L);
    }

    /** Over the run as it was, not rounded to seconds; one of no duration took a millisecond. */
    ObjectNode rates(Duration run) {
      double seconds = Math.max(1, run.toMillis()) / 1_000.0;
      return JSON.createObjectNode()
          .put("total", all.count() / seconds)
          .put("ok", ok.count() / seconds)
          .put("ko", ko.count() / seconds);
    }

    ObjectNode group(String name, String htmlName, long count) {
      return JSON.createObjectNode()
          .put("name", name)
          .put("htmlName", htmlName)
          .put("count", count)
          .put("percentage", all.count() == 0 ? 0.0 : 100.0 * count / all.count());
    }
  }
}

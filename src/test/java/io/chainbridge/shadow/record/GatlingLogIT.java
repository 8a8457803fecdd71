package io.chainbridge.shadow.record;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatling.charts.stats.LogFileData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import scala.Option;

/** Gatling's own reader and this one say the same of the same log. */
class GatlingLogIT {

  @Test
  void agreesWithGatlingOnARealRun(@TempDir Path folder) throws Exception {
    Path log = GatlingRun.logUnder(folder);
    LogTally tally = agreed(log);

    assertThat(tally.requests()).containsOnlyKeys("stats", "events 東京", "drift", "é");
    assertThat(tally.all().values().stream().mapToLong(n -> n).sum()).isEqualTo(5 * 40 * 4);
    assertThat(tally.errors().keySet())
        .hasSize(3)
        .anyMatch(message -> message.startsWith("lost: "))
        .anyMatch(message -> message.endsWith("503"));
    assertThat(tally.started()).isEqualTo(8);
    assertThat(tally.ended()).isEqualTo(8);
    GatlingLog.Header header = tally.read(log).header();
    assertThat(header.simulation()).isEqualTo(LogSampleSimulation.class.getName());
    assertThat(header.scenarios()).containsExactly("visit", "stray");
    assertThat(header.description()).isEqualTo("what it is for");
  }

  @Test
  void agreesWithGatlingOnAWrittenLog(@TempDir Path folder) throws IOException {
    Path log = Files.createDirectory(folder.resolve("run")).resolve("simulation.log");
    SplittableRandom random = new SplittableRandom(7);
    List<String> names = List.of("stats", "events\n東京", "drift", "a\tb", " é ");
    try (GatlingLogWriter out =
        new GatlingLogWriter(Files.newOutputStream(log)).header("S", "", List.of("one", "two"))) {
      out.user(0, true, 0);
      for (int i = 0; i < 50_000; i++) {
        String name = names.get(random.nextInt(names.size()));
        int took = (int) Math.exp(random.nextDouble() * 7);
        boolean ok = random.nextInt(10) > 0;
        List<String> groups = random.nextInt(4) == 0 ? List.of("g " + name, "inner") : List.of();
        out.request(groups, name, i, i + took, ok, ok ? "" : " status " + took % 5 + "\r\n");
        if (i % 100 == 0) {
          out.error("events: no \tway " + i % 3 + " ", i).group(List.of("outer"), i, i + took);
        }
      }
      out.user(0, false, 60_000);
    }
    agreed(log);
  }

  private static LogTally agreed(Path log) throws IOException {
    LogTally tally = new LogTally();
    GatlingLog.Summary summary = tally.read(log);
    LogFileData gatling = GatlingsOwnReader.read(log);

    assertThat(summary.ending()).isEqualTo(new LogEnding.Complete());
    assertThat(summary.header().start().toEpochMilli()).isEqualTo(gatling.runInfo().runStart());
    assertThat(tally.requests()).isEqualTo(GatlingsOwnReader.requests(gatling));
    assertThat(tally.errors()).isEqualTo(GatlingsOwnReader.errors(gatling));

    var all = gatling.requestGeneralStats(Option.empty(), Option.empty(), Option.empty()).get();
    assertThat(tally.all().values().stream().mapToLong(n -> n).sum()).isEqualTo(all.count());
    assertThat(tally.all().firstKey()).isEqualTo(all.min());
    assertThat(tally.all().lastKey()).isEqualTo(all.max());
    return tally;
  }
}

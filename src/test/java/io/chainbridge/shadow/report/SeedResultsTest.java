package io.chainbridge.shadow.report;

import static io.chainbridge.shadow.record.RunSample.complete;
import static io.chainbridge.shadow.record.RunSample.endpoint;
import static io.chainbridge.shadow.record.RunSample.ko;
import static io.chainbridge.shadow.record.RunSample.measured;
import static io.chainbridge.shadow.record.RunSample.ok;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.chainbridge.shadow.record.EndpointRecord;
import io.chainbridge.shadow.record.RunRecord;
import io.chainbridge.shadow.record.RunSample;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class SeedResultsTest {
  private static final EndpointRecord STATS =
      measured(
          endpoint("stats", Map.of()),
          RunSample.sizes(LongStream.generate(() -> 18_760).limit(20).toArray()),
          List.of(),
          ok(19, 42),
          ko(1, 68, "size"));

  /** As PAC-DAN-023 shows it under "Probe Results". */
  @Test
  void hasTheShapeOfTheSeedsProbe() throws IOException {
    assertThat(read(complete(STATS)))
        .isEqualTo(
            new ObjectMapper()
                .readTree(
                    """
                    {
                      "timestamp": 1767225600.5,
                      "base_url": "http://127.0.0.1:8000",
                      "iterations": 20,
                      "endpoints": {
                        "/iq/shadow/stats": {
                          "p50": 42.0,
                          "p95": 68.0,
                          "p99": 68.0,
                          "avg_size_kb": 18.32,
                          "failures": 1,
                          "failure_rate": 0.05
                        }
                      }
                    }
                    """));
  }

  @Test
  void aFigureWithoutDataIsNull() throws IOException {
    JsonNode stats =
        read(complete(measured(endpoint("stats", Map.of()), ko(20, 3, "503"))))
            .at("/endpoints/~1iq~1shadow~1stats");
    assertThat(stats.properties())
        .filteredOn(entry -> entry.getValue().isNull())
        .extracting(Map.Entry::getKey)
        .containsExactly("p50", "p95", "p99", "avg_size_kb");
    assertThat(stats.path("failures").asInt()).isEqualTo(20);
    assertThat(stats.path("failure_rate").asDouble()).isEqualTo(1);
  }

  @Test
  void endpointsThatShareAPathAreToldApart() throws IOException {
    assertThat(
            read(complete(
                    STATS,
                    measured(endpoint("read", "GET", "/iq/shadow/events", Map.of())),
                    measured(endpoint("write", "POST", "/iq/shadow/events", Map.of())),
                    measured(endpoint("day", "GET", "/iq/drift", Map.of())),
                    measured(endpoint("week", "GET", "/iq/drift", Map.of()))))
                .path("endpoints")
                .fieldNames())
        .toIterable()
        .containsExactly(
            "/iq/shadow/stats",
            "GET /iq/shadow/events",
            "POST /iq/shadow/events",
            "GET /iq/drift day",
            "GET /iq/drift week");
  }

  private static JsonNode read(RunRecord run) throws IOException {
    return new ObjectMapper().readTree(SeedResults.write(run));
  }
}

package io.chainbridge.shadow.gatling;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceRequest;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.metrics.v1.AggregationTemporality;
import io.opentelemetry.proto.metrics.v1.HistogramDataPoint;
import io.opentelemetry.proto.metrics.v1.Metric;
import io.opentelemetry.proto.metrics.v1.NumberDataPoint;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;

/** A collector on loopback that understands what it is sent, and answers as a test decides. */
final class OtlpReceiver implements AutoCloseable {
  private static final String PATH = "/v1/metrics";

  private final Target server = Target.start();
  private final List<Export> exports = new CopyOnWriteArrayList<>();

  /** One that takes everything. */
  static OtlpReceiver start() {
    return answering(Answer.body("application/x-protobuf", new byte[0]));
  }

  static OtlpReceiver answering(Answer answer) {
    OtlpReceiver receiver = new OtlpReceiver();
    receiver.server.on(
        PATH,
        (exchange, number) -> {
          receiver.exports.add(Export.read(exchange));
          answer.to(exchange, number);
        });
    return receiver;
  }

  URI uri() {
    return server.uri();
  }

  /** How many requests came. */
  int requests() {
    return server.requests(PATH);
  }

  /** What came, in order. */
  List<Export> exports() {
    return exports;
  }

  Export last() {
    return exports.get(exports.size() - 1);
  }

  /** Takes no more connections. */
  void die() {
    server.die();
  }

  @Override
  public void close() {
    server.close();
  }

  /** All metrics that came with one request. */
  record Export(Map<String, String> resource, List<Metric> metrics) {
    private static Export read(HttpExchange exchange) throws IOException {
      assertThat(exchange.getRequestHeaders().getFirst("Content-Type"))
          .isEqualTo("application/x-protobuf");
      var all = ExportMetricsServiceRequest.parseFrom(exchange.getRequestBody());
      assertThat(all.getResourceMetricsList()).hasSize(1);
      var whole = all.getResourceMetrics(0);
      assertThat(whole.getScopeMetricsList()).hasSize(1);
      return new Export(
          attributes(whole.getResource().getAttributesList()),
          whole.getScopeMetrics(0).getMetricsList());
    }

    private static Map<String, String> attributes(List<KeyValue> attributes) {
      return attributes.stream()
          .collect(Collectors.toMap(KeyValue::getKey, entry -> entry.getValue().getStringValue()));
    }

    private Optional<Metric> metric(String name) {
      return metrics.stream().filter(metric -> metric.getName().equals(name)).findFirst();
    }

    /** Those of an endpoint so far, with that outcome. */
    long requests(String endpoint, String outcome) {
      return metric("shadow_load.live.requests").stream()
          .peek(
              metric -> {
                assertThat(metric.getSum().getIsMonotonic()).isTrue();
                assertThat(metric.getSum().getAggregationTemporality())
                    .isEqualTo(AggregationTemporality.AGGREGATION_TEMPORALITY_CUMULATIVE);
              })
          .flatMap(metric -> metric.getSum().getDataPointsList().stream())
          .filter(point -> is(point.getAttributesList(), endpoint, outcome))
          .mapToLong(NumberDataPoint::getAsInt)
          .sum();
    }

    Optional<HistogramDataPoint> latency(String endpoint, String outcome) {
      return metric("shadow_load.live.latency").stream()
          .peek(
              metric ->
                  assertThat(metric.getHistogram().getAggregationTemporality())
                      .isEqualTo(AggregationTemporality.AGGREGATION_TEMPORALITY_CUMULATIVE))
          .flatMap(metric -> metric.getHistogram().getDataPointsList().stream())
          .filter(point -> is(point.getAttributesList(), endpoint, outcome))
          .findFirst();
    }

    long activeUsers() {
      return metric("shadow_load.live.active_users")
          .orElseThrow()
          .getSum()
          .getDataPoints(0)
          .getAsInt();
    }

    private static boolean is(List<KeyValue> attributes, String endpoint, String outcome) {
      return attributes(attributes)
          .equals(Map.of("gate", "test", "endpoint", endpoint, "outcome", outcome));
    }
  }
}

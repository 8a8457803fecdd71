package io.chainbridge.shadow.fault;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.urlMatching;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.core.Options.ChunkedEncodingPolicy;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.stubbing.StubMapping;
import io.chainbridge.shadow.budget.FaultKind;
import io.chainbridge.shadow.process.Order;
import io.chainbridge.shadow.process.Ordered;
import io.chainbridge.shadow.settings.Delay;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;

/**
 * WireMock as a proxy on 127.0.0.1 that passes all on as it is, and in between puts one fault at a
 * time. What is to go to an endpoint has the endpoint's name before its path, so that endpoints
 * with the same path can be told apart; the target does not see it. Safe for use by many threads.
 */
public final class WireMockProxy implements Ordered, AutoCloseable {
  /** Most wait, for the target or for a delay to be over. */
  private static final int THREADS = 500;

  private static final int FAULTY = 1;
  private static final int FAULTLESS = 2;

  private final URI target;
  private final Duration timeout;
  private final WireMockServer server;
  private final List<StubMapping> faulty = new ArrayList<>();
  private AtomicLong hit = new AtomicLong();

  private WireMockProxy(URI target, Duration timeout) {
    this.target = target;
    this.timeout = timeout;
    this.server =
        new WireMockServer(
            WireMockConfiguration.options()
                .bindAddress("127.0.0.1")
                .dynamicPort()
                .containerThreads(THREADS)
                .asynchronousResponseEnabled(true)
                .asynchronousResponseThreads(THREADS)
                .disableRequestJournal()
                .stubRequestLoggingDisabled(true)
                .extensionScanningEnabled(false)
                .extensions(new Truncation(), new Bandwidth())
                .adminAuthenticator(request -> false)
                .gzipDisabled(true)
                .useChunkedTransferEncoding(ChunkedEncodingPolicy.NEVER)
                .preserveUserAgentProxyHeader(true)
                .trustAllProxyTargets(true)
                .proxyTimeout(Math.toIntExact(timeout.multipliedBy(2).toMillis())));
  }

  /**
   * Starts to pass on; the caller closes it.
   *
   * @param endpoints names that may come before a path
   * @param timeout after which a client gives up
   */
  public static WireMockProxy start(URI target, List<String> endpoints, Duration timeout) {
    WireMockProxy proxy = new WireMockProxy(target, timeout);
    for (String endpoint : endpoints) {
      proxy.server.stubFor(
          any(urlMatching(Pattern.quote(prefix(endpoint)) + "/.*"))
              .atPriority(FAULTLESS)
              .willReturn(proxy.passedOn(endpoint, aResponse())));
    }
    proxy.server.start();
    ProxyWarmUp.of(proxy.server);
    return proxy;
  }

  /** What comes before the path of a request to that endpoint. */
  static String prefix(String endpoint) {
    return "/" + endpoint;
  }

  /** Where it listens. */
  public URI uri() {
    return URI.create("http://127.0.0.1:" + server.port());
  }

  private ResponseDefinitionBuilder passedOn(String endpoint, ResponseDefinitionBuilder response) {
    return response.proxiedFrom(target.toString()).withProxyUrlPrefixToRemove(prefix(endpoint));
  }

  /**
   * Puts a fault in, or takes it out and says how many requests were hit.
   *
   * @throws IllegalArgumentException for an order that makes no sense
   */
  @Override
  public synchronized Order tell(Order order) {
    clear();
    if (order.word().equals(FaultOrder.FAULT)) {
      begin(order);
      return Order.of(DONE);
    }
    return new Order(DONE, Map.of(FaultOrder.HIT, String.valueOf(hit.get())));
  }

  private void begin(Order order) {
    FaultKind kind = FaultKind.of(order.value(FaultOrder.KIND).orElseThrow());
    double share = Double.parseDouble(order.value(FaultOrder.SHARE).orElseThrow());
    AtomicLong count = new AtomicLong();
    hit = count;
    for (String endpoint : order.value(FaultOrder.ENDPOINTS).orElseThrow().split(",", -1)) {
      ResponseDefinitionBuilder response = response(kind, endpoint, order.values());
      faulty.add(
          server.stubFor(
              any(anyUrl())
                  .atPriority(FAULTY)
                  .andMatching(new Lot(prefix(endpoint) + "/", share, count))
                  .willReturn(response)));
    }
  }

  private void clear() {
    faulty.forEach(server::removeStubMapping);
    faulty.clear();
  }

  private ResponseDefinitionBuilder response(
      FaultKind kind, String endpoint, Map<String, String> parameters) {
    return switch (kind) {
      case LATENCY -> {
        Delay delay = Delay.of(parameters);
        yield passedOn(
            endpoint,
            aResponse().withRandomDelay(() -> delay.draw(ThreadLocalRandom.current()).toMillis()));
      }
      case BANDWIDTH ->
          passedOn(
              endpoint,
              aResponse()
                  .withTransformer(
                      Bandwidth.NAME,
                      FaultKind.RATE,
                      Double.valueOf(parameters.get(FaultKind.RATE))));
      case TRUNCATE ->
          passedOn(
              endpoint,
              aResponse()
                  .withTransformer(
                      Truncation.NAME,
                      FaultKind.BYTES,
                      Integer.valueOf(parameters.getOrDefault(FaultKind.BYTES, "100"))));
      case RESET -> aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER);
      case ERROR ->
          aResponse()
              .withStatus(Integer.parseInt(parameters.getOrDefault(FaultKind.STATUS, "503")));
      case BLACKHOLE ->
          aResponse()
              .withFixedDelay(Math.toIntExact(timeout.plusSeconds(1).toMillis()))
              .withFault(Fault.EMPTY_RESPONSE);
      case DATABASE_LATENCY ->
          throw new IllegalArgumentException("a proxy does not see a database");
    };
  }

  /** Stops listening. */
  @Override
  public void close() {
    server.stop();
  }
}

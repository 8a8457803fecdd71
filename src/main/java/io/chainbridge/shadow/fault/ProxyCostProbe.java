package io.chainbridge.shadow.fault;

import io.chainbridge.shadow.budget.Endpoint;
import io.chainbridge.shadow.budget.Gate;
import io.chainbridge.shadow.record.ProxyCost;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import javax.net.ssl.SSLException;

/**
 * Finds out what a proxy costs: asks the target and the proxy the same in turns, so that what slows
 * down the machine slows down both. Takes ten seconds at most, and usually two.
 */
public final class ProxyCostProbe {
  /** What the first requests of fresh JVMs take says nothing of the others. */
  private static final int UNCOUNTED = 300;

  private static final int COUNTED = 300;
  private static final int FEWEST = 20;
  private static final Duration LONGEST = Duration.ofSeconds(10);

  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .followRedirects(HttpClient.Redirect.NEVER)
          .proxy(HttpClient.Builder.NO_PROXY)
          .build();

  private final BooleanSupplier wanted;

  /**
   * @param wanted whether there is still to be a run
   */
  public ProxyCostProbe(BooleanSupplier wanted) {
    this.wanted = wanted;
  }

  /**
   * Asks for the gate's health, or where that is not well for its first endpoint without a body.
   *
   * @return empty if too few were answered, or over TLS by someone whom Java does not trust
   */
  public Optional<ProxyCost> measure(FaultProxy proxy, URI target, Gate gate)
      throws FaultException {
    Endpoint first = gate.endpoints().get(0);
    URI through = proxy.address(first);
    String path = gate.health();
    try {
      if (!well(URI.create(target + path))) {
        Optional<Endpoint> other =
            gate.endpoints().stream()
                .filter(endpoint -> endpoint.method().equals("GET"))
                .findFirst();
        if (other.isEmpty()) {
          return Optional.empty();
        }
        path = other.get().variants().get(0).pathAndQuery();
      }
      return measure(proxy.name(), URI.create(target + path), URI.create(through + path));
    } catch (SSLException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new FaultException(
          "no answer came through the proxy, %s: %s".formatted(proxy.name(), e), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  private boolean well(URI uri) throws IOException, InterruptedException {
    return client.send(request(uri), BodyHandlers.discarding()).statusCode() / 100 == 2;
  }

  private Optional<ProxyCost> measure(String name, URI target, URI through)
      throws IOException, InterruptedException {
    long start = System.nanoTime();
    long[] direct = new long[UNCOUNTED + COUNTED];
    long[] proxied = new long[UNCOUNTED + COUNTED];
    int made = 0;
    while (made < direct.length
        && System.nanoTime() - start < LONGEST.toNanos()
        && wanted.getAsBoolean()) {
      direct[made] = nanos(target);
      proxied[made] = nanos(through);
      made++;
    }
    int uncounted = Math.min(UNCOUNTED, made / 2);
    return made - uncounted < FEWEST
        ? Optional.empty()
        : Optional.of(
            ProxyCost.of(
                name,
                Arrays.copyOfRange(direct, uncounted, made),
                Arrays.copyOfRange(proxied, uncounted, made)));
  }

  private long nanos(URI uri) throws IOException, InterruptedException {
    long start = System.nanoTime();
    client.send(request(uri), BodyHandlers.ofByteArray());
    return System.nanoTime() - start;
  }

  private static HttpRequest request(URI uri) {
    return HttpRequest.newBuilder(uri).timeout(LONGEST).build();
  }
}

package io.chainbridge.shadow.fault;

import eu.rekawek.toxiproxy.Proxy;
import eu.rekawek.toxiproxy.ToxiproxyClient;
import eu.rekawek.toxiproxy.model.Toxic;
import eu.rekawek.toxiproxy.model.ToxicDirection;
import eu.rekawek.toxiproxy.model.ToxicList;
import io.chainbridge.shadow.budget.Endpoint;
import io.chainbridge.shadow.budget.Fault;
import io.chainbridge.shadow.budget.FaultKind;
import io.chainbridge.shadow.settings.Delay;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * A proxy for each endpoint at a Toxiproxy that runs on this machine. It knows connections, no
 * requests: a share is one of the connections, and what there is of HTTP in a fault it cannot do.
 */
public final class ToxiproxyProxies implements FaultProxy {
  private static final int STANDARD_PORT = 8474;

  private final URI server;
  private final URI target;
  private final ToxiproxyClient client;
  private final Map<String, Proxy> proxies = new LinkedHashMap<>();
  private final List<Toxic> toxics = new ArrayList<>();
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "toxiproxy");
            thread.setDaemon(true);
            return thread;
          });

  private ToxiproxyProxies(URI server, URI target) {
    this.server = server;
    this.target = target;
    this.client =
        new ToxiproxyClient(
            server.getHost(), server.getPort() < 0 ? STANDARD_PORT : server.getPort());
  }

  /**
   * Opens the proxies; the caller closes them.
   *
   * @param server where Toxiproxy takes orders
   * @throws FaultException if nobody does there
   */
  public static ToxiproxyProxies open(URI server, URI target, List<Endpoint> endpoints)
      throws FaultException {
    ToxiproxyProxies opened = new ToxiproxyProxies(server, target);
    try {
      for (Endpoint endpoint : endpoints) {
        opened.open(endpoint.name());
      }
      return opened;
    } catch (IOException | RuntimeException e) {
      opened.close();
      throw new FaultException(
          "no Toxiproxy took an order at %s (%s). Start it there, or leave out -Dtoxiproxy for a proxy of the run's own"
              .formatted(server, e),
          e);
    }
  }

  private synchronized void open(String endpoint) throws IOException {
    int standard = target.getScheme().equals("https") ? 443 : 80;
    proxies.put(
        endpoint,
        client.createProxy(
            "shadow-load-%d-%s".formatted(ProcessHandle.current().pid(), endpoint),
            "127.0.0.1:0",
            "%s:%d"
                .formatted(target.getHost(), target.getPort() < 0 ? standard : target.getPort())));
  }

  @Override
  public String name() {
    return "Toxiproxy";
  }

  @Override
  public synchronized URI address(Endpoint endpoint) throws FaultException {
    return URI.create(
        "%s://%s%s"
            .formatted(
                target.getScheme(), proxies.get(endpoint.name()).getListen(), target.getRawPath()));
  }

  @Override
  public synchronized void begin(Fault fault) throws FaultException {
    try {
      for (String endpoint : fault.endpoints()) {
        Toxic toxic = toxic(proxies.get(endpoint).toxics(), fault);
        toxics.add(toxic);
        if (fault.share() < 1) {
          toxic.setToxicity((float) fault.share());
        }
      }
    } catch (IOException e) {
      throw failed(e);
    }
  }

  private static Toxic toxic(ToxicList toxics, Fault fault) throws IOException {
    Map<String, String> parameters = fault.parameters();
    String name = fault.name();
    ToxicDirection back = ToxicDirection.DOWNSTREAM;
    return switch (fault.kind()) {
      case LATENCY -> {
        Delay delay = Delay.of(parameters);
        yield delay instanceof Delay.Uniform uniform
            ? toxics
                .latency(name, back, uniform.mean().toMillis())
                .setJitter(uniform.jitter().toMillis())
            : toxics.latency(name, back, ((Delay.Fixed) delay).latency().toMillis());
      }
      case BANDWIDTH ->
          toxics.bandwidth(
              name,
              back,
              Math.max(1, Math.round(Double.parseDouble(parameters.get(FaultKind.RATE)))));
      case RESET -> toxics.resetPeer(name, back, 0);
      case TRUNCATE ->
          toxics.limitData(
              name, back, Long.parseLong(parameters.getOrDefault(FaultKind.BYTES, "100")));
      case BLACKHOLE -> toxics.timeout(name, back, 0);
      case ERROR, DATABASE_LATENCY ->
          throw new IllegalArgumentException("Toxiproxy cannot do " + fault.kind().key());
    };
  }

  /** Whether Toxiproxy can do it; else why not, for the user. */
  public static boolean can(Fault fault) {
    return switch (fault.kind()) {
      case ERROR -> false;
      case LATENCY -> !(Delay.of(fault.parameters()) instanceof Delay.LogNormal);
      case BANDWIDTH, RESET, TRUNCATE, BLACKHOLE, DATABASE_LATENCY -> true;
    };
  }

  @Override
  public synchronized OptionalLong end() throws FaultException {
    try {
      for (Toxic toxic : toxics) {
        toxic.remove();
      }
      toxics.clear();
      return OptionalLong.empty();
    } catch (IOException e) {
      throw failed(e);
    }
  }

  private FaultException failed(IOException e) {
    return new FaultException(
        "Toxiproxy at %s does not do as it is told: %s".formatted(server, e), e);
  }

  /** Looks each second whether the proxies are still there. */
  @Override
  public void whenGone(Consumer<String> listener) {
    Future<?> unused = clock.scheduleAtFixedRate(() -> look(listener), 1, 1, TimeUnit.SECONDS);
  }

  private void look(Consumer<String> listener) {
    try {
      for (Proxy proxy : List.copyOf(proxies.values())) {
        client.getProxy(proxy.getName());
      }
    } catch (IOException | RuntimeException e) {
      clock.shutdown();
      listener.accept(
          "Toxiproxy at %s lost the proxies between injector and target in the midst of the run: %s"
              .formatted(server, e));
    }
  }

  /** Deletes the proxies; one that cannot be told to has nothing left to delete. */
  @Override
  public synchronized void close() {
    clock.shutdownNow();
    for (Proxy proxy : proxies.values()) {
      try {
        proxy.delete();
      } catch (IOException | RuntimeException e) {
        // There is nobody left to delete it.
      }
    }
    proxies.clear();
  }
}

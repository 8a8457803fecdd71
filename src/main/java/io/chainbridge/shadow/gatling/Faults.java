package io.chainbridge.shadow.gatling;

import io.chainbridge.shadow.budget.Endpoint;
import io.chainbridge.shadow.budget.Gate;
import io.chainbridge.shadow.fault.FaultException;
import io.chainbridge.shadow.fault.FaultProxy;
import io.chainbridge.shadow.fault.FaultSchedule;
import io.chainbridge.shadow.fault.ProxyCostProbe;
import io.chainbridge.shadow.fault.ToxiproxyProxies;
import io.chainbridge.shadow.fault.WireMockProcess;
import io.chainbridge.shadow.process.Ordered;
import io.chainbridge.shadow.record.FaultInjection;
import io.chainbridge.shadow.record.ProxyCost;
import io.chainbridge.shadow.settings.Settings;
import java.net.URI;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What goes wrong in a run on purpose: the proxy before its target and the schedule of its faults.
 * Thread-safe.
 */
final class Faults implements AutoCloseable {
  private final Settings settings;
  private final Gate gate;
  private final URI target;
  private final RunEnd end;
  private final Optional<Ordered> database;
  private final Map<String, String> roots = new HashMap<>();
  private Optional<FaultProxy> proxy = Optional.empty();
  private Optional<FaultSchedule> schedule = Optional.empty();
  private Optional<ProxyCost> cost = Optional.empty();
  private boolean closed;

  /**
   * @param database of the target, if it takes orders
   */
  Faults(Settings settings, Gate gate, URI target, RunEnd end, Optional<Ordered> database) {
    this.settings = settings;
    this.gate = gate;
    this.target = target;
    this.end = end;
    this.database = database;
  }

  /**
   * Starts the proxy, once the target answers, and measures what it costs.
   *
   * @throws FaultException if there is to be no run without it
   */
  void prepare() throws FaultException {
    FaultProxy started = started();
    for (Endpoint endpoint : gate.endpoints()) {
      root(endpoint.name(), started.address(endpoint).toString());
    }
    Optional<ProxyCost> found =
        new ProxyCostProbe(() -> !end.isNear()).measure(started, target, gate);
    scheduled(started, found);
    started.whenGone(end::breakOff);
  }

  /** Not once it is closed: then nobody would end it. */
  private synchronized FaultProxy started() throws FaultException {
    if (closed) {
      throw new FaultException("the run is ending", null);
    }
    List<Endpoint> endpoints = gate.endpoints();
    FaultProxy started =
        settings.toxiproxy().isPresent()
            ? ToxiproxyProxies.open(settings.toxiproxy().get(), target, endpoints)
            : WireMockProcess.start(target, endpoints, settings.timeout());
    proxy = Optional.of(started);
    return started;
  }

  private synchronized void root(String endpoint, String root) {
    roots.put(endpoint, root);
  }

  private synchronized void scheduled(FaultProxy started, Optional<ProxyCost> found) {
    cost = found;
    schedule = Optional.of(new FaultSchedule(gate.faults(), started, database, end::breakOff));
  }

  /** What comes before the path of an endpoint, so that it is asked through the proxy. */
  synchronized String root(Endpoint endpoint) {
    return roots.getOrDefault(endpoint.name(), "");
  }

  /** Measuring has begun: so has the time of the faults. */
  void start(Instant start) {
    present().ifPresent(some -> some.start(start));
  }

  private synchronized Optional<FaultSchedule> present() {
    return schedule;
  }

  /** Takes the fault out that is in; what is under way is let through. */
  void stop() {
    present().ifPresent(FaultSchedule::close);
  }

  /**
   * What was there.
   *
   * @param start of the run
   */
  synchronized FaultInjection injected(Instant start) {
    return new FaultInjection(cost, schedule.map(some -> some.windows(start)).orElse(List.of()));
  }

  /** Ends the proxy. May be repeated. */
  @Override
  public void close() {
    stop();
    end().ifPresent(FaultProxy::close);
  }

  private synchronized Optional<FaultProxy> end() {
    closed = true;
    return proxy;
  }
}

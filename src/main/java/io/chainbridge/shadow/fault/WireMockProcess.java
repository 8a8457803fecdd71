package io.chainbridge.shadow.fault;

import io.chainbridge.shadow.budget.Endpoint;
import io.chainbridge.shadow.budget.Fault;
import io.chainbridge.shadow.process.ChildJvm;
import io.chainbridge.shadow.process.Order;
import io.chainbridge.shadow.settings.Durations;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** {@link WireMockProxy} in a JVM of its own, which never outlives this one. */
public final class WireMockProcess implements FaultProxy {
  private final ChildJvm child;
  private volatile boolean closed;

  private WireMockProcess(ChildJvm child) {
    this.child = child;
  }

  /**
   * Starts it and returns at once; the caller closes it.
   *
   * @param timeout after which a client gives up
   * @throws FaultException if the operating system cannot start it
   */
  public static WireMockProcess start(URI target, List<Endpoint> endpoints, Duration timeout)
      throws FaultException {
    List<String> arguments =
        new ArrayList<>(
            List.of("fault-proxy", "--target=" + target, "--timeout=" + Durations.text(timeout)));
    endpoints.forEach(endpoint -> arguments.add("--endpoint=" + endpoint.name()));
    try {
      return new WireMockProcess(ChildJvm.start("fault-proxy", arguments));
    } catch (IOException e) {
      throw new FaultException("no JVM could be started for the proxy", e);
    }
  }

  @Override
  public String name() {
    return "WireMock";
  }

  @Override
  public URI address(Endpoint endpoint) throws FaultException {
    try {
      return URI.create(child.uri() + WireMockProxy.prefix(endpoint.name()));
    } catch (IOException e) {
      throw new FaultException("the proxy " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new FaultException("interrupted while the proxy started", e);
    }
  }

  @Override
  public void begin(Fault fault) throws FaultException {
    tell(FaultOrder.begin(fault));
  }

  @Override
  public OptionalLong end() throws FaultException {
    return FaultOrder.hit(tell(Order.of(FaultOrder.CLEAR)));
  }

  private Order tell(Order order) throws FaultException {
    try {
      return child.tell(order);
    } catch (IOException e) {
      throw new FaultException("the proxy does not do as it is told: " + e.getMessage(), e);
    }
  }

  @Override
  public void whenGone(Consumer<String> listener) {
    CompletableFuture<Void> unused =
        child
            .ended()
            .thenAccept(
                process -> {
                  if (!closed) {
                    listener.accept(
                        "the proxy between injector and target ended with status %d in the midst of the run"
                            .formatted(process.exitValue()));
                  }
                });
  }

  /** Of the operating system. */
  long pid() {
    return child.pid();
  }

  @Override
  public void close() {
    closed = true;
    child.close();
  }
}

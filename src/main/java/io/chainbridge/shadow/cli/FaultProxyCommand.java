package io.chainbridge.shadow.cli;

import io.chainbridge.shadow.fault.WireMockProxy;
import io.chainbridge.shadow.settings.Durations;
import java.io.PrintWriter;
import java.net.URI;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * Runs the proxy through which a run puts faults, and which is of no use to anyone else.
 *
 * <p>Prints {@code listening on http://127.0.0.1:PORT}, and then an answer to each order.
 */
@Command(
    name = "fault-proxy",
    description = "The proxy on 127.0.0.1 through which a run puts faults.")
final class FaultProxyCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(names = "--target", required = true, description = "What is behind it.")
  private URI target;

  @Option(names = "--endpoint", required = true, description = "May come before a path.")
  private List<String> endpoints;

  @Option(names = "--timeout", required = true, description = "After which a client gives up.")
  private String timeout;

  @Option(
      names = "--until-stdin-closes",
      required = true,
      description = "Take orders from standard input, and end when it does.")
  private boolean untilStdinCloses;

  @Override
  public Integer call() throws InterruptedException {
    try (WireMockProxy proxy = WireMockProxy.start(target, endpoints, Durations.parse(timeout))) {
      PrintWriter out = spec.commandLine().getOut();
      out.println("listening on " + proxy.uri());
      out.flush();
      Parent.obey(proxy, out);
      new CountDownLatch(1).await();
      return untilStdinCloses ? 0 : 1;
    }
  }
}

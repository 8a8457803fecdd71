package io.chainbridge.shadow.cli;

import io.chainbridge.shadow.reference.Faults;
import io.chainbridge.shadow.reference.ReferenceException;
import io.chainbridge.shadow.reference.ReferenceOptions;
import io.chainbridge.shadow.reference.ReferenceService;
import io.chainbridge.shadow.settings.Durations;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.function.UnaryOperator;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * Runs the reference service in the foreground until it is interrupted.
 *
 * <p>Prints exactly one line, {@code listening on http://127.0.0.1:PORT}, as soon as the port is
 * bound. Exits with 1 when the service cannot start.
 */
@Command(
    name = "serve",
    description = "Runs the ChainIQ reference service on 127.0.0.1.",
    mixinStandardHelpOptions = true)
final class ServeCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  private ReferenceOptions options = ReferenceOptions.DEFAULT.withPort(8000);

  @Option(
      names = "--until-stdin-closes",
      description = "Take orders from standard input, and end when it does: for a parent process.")
  private boolean untilStdinCloses;

  @Option(
      names = "--port",
      paramLabel = "PORT",
      description = "0 for any free one; 8000 if absent.")
  void port(String text) {
    take(
        "--port",
        text,
        "a whole number from 0 (any free port) to 65535",
        "8000",
        now -> now.withPort(Integer.parseInt(text)));
  }

  @Option(names = "--events", paramLabel = "N", description = "How many to seed; 5000 if absent.")
  void events(String text) {
    take(
        "--events",
        text,
        "a whole number from 0 to " + ReferenceOptions.MAX_EVENTS,
        "100000",
        now -> now.withEvents(Integer.parseInt(text)));
  }

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "What the events follow from; 42 if absent.")
  void seed(String text) {
    take(
        "--seed",
        text,
        "a whole number of 64 bits",
        "42",
        now -> now.withSeed(Long.parseLong(text)));
  }

  @Option(names = "--latency", paramLabel = "TIME", description = "Added to each answer.")
  void latency(String text) {
    takeFault(
        "--latency",
        text,
        "a duration with its unit (ms, s, m or h), up to 10m",
        "100ms",
        now -> now.withLatency(Durations.parse(text)));
  }

  @Option(
      names = "--error-rate",
      paramLabel = "RATE",
      description = "Share of answers that are 500.")
  void errorRate(String text) {
    takeFault(
        "--error-rate",
        text,
        "a number from 0 to 1",
        "0.1",
        now -> now.withErrorRate(Double.parseDouble(text)));
  }

  @Option(names = "--events-kb", paramLabel = "KB", description = "Least size of an events answer.")
  void eventsKb(String text) {
    takeFault(
        "--events-kb",
        text,
        "a whole number from 0 to " + Faults.MAX_EVENTS_KB,
        "40",
        now -> now.withEventsKb(Integer.parseInt(text)));
  }

  @Option(names = "--no-model-version", description = "Leave model_version out of every answer.")
  void noModelVersion(boolean given) {
    options = options.withFaults(options.faults().withModelVersion(!given));
  }

  /** What the options given so far ask for. */
  ReferenceOptions options() {
    return options;
  }

  @Override
  public Integer call() throws InterruptedException {
    try (ReferenceService service = ReferenceService.start(options)) {
      PrintWriter out = spec.commandLine().getOut();
      if (untilStdinCloses) {
        Parent.obey(service, out);
      }
      out.println("listening on " + service.uri());
      out.flush();
      service.ready().join();
      new CountDownLatch(1).await();
      return 0;
    } catch (ReferenceException e) {
      return failed(e.getMessage());
    } catch (CompletionException e) {
      return failed("the service did not start: " + e.getCause());
    }
  }

  private int failed(String message) {
    spec.commandLine().getErr().println(message);
    return 1;
  }

  private void take(
      String name,
      String text,
      String allowed,
      String example,
      UnaryOperator<ReferenceOptions> change) {
    try {
      options = change.apply(options);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(
          spec.commandLine(),
          "%s=%s: must be %s; for example %s=%s".formatted(name, text, allowed, name, example),
          e);
    }
  }

  private void takeFault(
      String name, String text, String allowed, String example, UnaryOperator<Faults> change) {
    take(name, text, allowed, example, now -> now.withFaults(change.apply(now.faults())));
  }
}

package io.chainbridge.shadow.gatling;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * How fast a service was asked, by its own count, so that all load generators are measured alike:
 * from the half of a run's requests, when code is compiled, to nine tenths of them, when no user
 * has done its part yet.
 */
final class AnswerRate {
  private static final long EVERY_MS = 10;

  private final HttpClient client = HttpClient.newHttpClient();
  private final URI count;
  private final List<Moment> moments = new ArrayList<>();

  private AnswerRate(FixedService service) {
    count = service.uri().resolve("/count");
  }

  /** Answers up to a moment, but for those that were the count itself. */
  private record Moment(long nanos, long answers) {}

  /** What asks. */
  @FunctionalInterface
  interface Work {
    /** Asks to the end. */
    void run() throws IOException;
  }

  /** In requests a second. */
  static double during(FixedService service, Work work) throws IOException {
    AnswerRate rate = new AnswerRate(service);
    ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
    rate.look();
    Future<?> looks =
        clock.scheduleAtFixedRate(rate::look, EVERY_MS, EVERY_MS, TimeUnit.MILLISECONDS);
    try {
      work.run();
    } finally {
      looks.cancel(false);
      clock.shutdown();
      awaitEnd(clock);
    }
    if (!looks.isCancelled()) {
      throw new IOException("the service did not tell its count all the time");
    }
    rate.look();
    return rate.perSecond();
  }

  private static void awaitEnd(ScheduledExecutorService clock) {
    try {
      if (!clock.awaitTermination(10, TimeUnit.SECONDS)) {
        throw new IllegalStateException("the service does not tell its count");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private void look() {
    try {
      String said =
          client.send(HttpRequest.newBuilder(count).build(), BodyHandlers.ofString()).body();
      moments.add(new Moment(System.nanoTime(), answers(said) - moments.size()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** nginx's third number of the third line; of the other, the only one. */
  private static long answers(String said) {
    List<String> lines = said.lines().toList();
    String line = lines.size() > 2 ? lines.get(2) : lines.get(0);
    return Long.parseLong(line.strip().replaceFirst(".* ", ""));
  }

  private double perSecond() {
    long first = moments.get(0).answers();
    long all = moments.get(moments.size() - 1).answers() - first;
    Moment half = reached(first + all / 2);
    Moment most = reached(first + all * 9 / 10);
    if (half.equals(most)) {
      throw new IllegalStateException(
          "%,d answers came between two looks at their count".formatted(all));
    }
    return (most.answers() - half.answers()) * 1e9 / (most.nanos() - half.nanos());
  }

  private Moment reached(long answers) {
    return moments.stream().filter(moment -> moment.answers() >= answers).findFirst().orElseThrow();
  }
}

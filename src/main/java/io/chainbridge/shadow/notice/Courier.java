package io.chainbridge.shadow.notice;

import dev.failsafe.Failsafe;
import dev.failsafe.RetryPolicy;
import io.chainbridge.shadow.report.Figures;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;

/**
 * Brings messages to their channels, side by side, with more tries where one fails in passing, and
 * gives up when the time for all of it is over.
 */
final class Courier {
  private static final Duration PATIENCE = Duration.ofSeconds(15);
  private static final Duration OF_A_TRY = Duration.ofSeconds(5);
  private static final Duration SHORTEST_DELAY = Duration.ofMillis(500);
  private static final Duration LONGEST_DELAY = Duration.ofSeconds(4);

  /** With less there is no time for another try. */
  private static final Duration LEAST = Duration.ofMillis(50);

  /** For what cannot be interrupted, such as a name that is looked up. */
  private static final Duration GRACE = Duration.ofMillis(300);

  private final Duration patience;
  private final Duration ofATry;
  private final Post post;

  /** With 15 s for all, and 5 s for a try. */
  Courier() {
    this(PATIENCE, OF_A_TRY);
  }

  Courier(Duration patience, Duration ofATry) {
    this.patience = patience;
    this.ofATry = ofATry;
    this.post = new Post(ofATry);
  }

  /** Returns those channels that were not told, or not all. */
  List<NotTold> deliver(List<Delivery> deliveries) {
    Deadline deadline = Deadline.in(patience);
    ExecutorService threads = Executors.newCachedThreadPool(Courier::daemon);
    try {
      List<CompletableFuture<Optional<NotTold>>> under =
          deliveries.stream()
              .map(
                  delivery ->
                      CompletableFuture.supplyAsync(() -> deliver(delivery, deadline), threads))
              .toList();
      return IntStream.range(0, under.size())
          .mapToObj(i -> await(under.get(i), deliveries.get(i), deadline))
          .flatMap(Optional::stream)
          .toList();
    } finally {
      threads.shutdownNow();
    }
  }

  private Optional<NotTold> await(
      CompletableFuture<Optional<NotTold>> outcome, Delivery delivery, Deadline deadline) {
    try {
      Duration left = deadline.left().plus(GRACE);
      return outcome.orTimeout(left.toMillis(), TimeUnit.MILLISECONDS).join();
    } catch (CompletionException e) {
      return Optional.of(
          new NotTold(
              delivery.channel(),
              e.getCause() instanceof TimeoutException
                  ? "not done within %s s".formatted(patience.toSeconds())
                  : e.getCause().getClass().getSimpleName()));
    }
  }

  private Optional<NotTold> deliver(Delivery delivery, Deadline deadline) {
    int failed = 0;
    Optional<String> reason = Optional.empty();
    for (String body : delivery.bodies()) {
      Reply reply = deliver(delivery, body, deadline);
      if (!reply.delivered()) {
        failed++;
        reason = reason.or(() -> Optional.of(reply.reason()));
      }
    }
    int all = delivery.bodies().size();
    String part =
        all == 1
            ? ""
            : " (%s of %s messages failed)".formatted(Figures.count(failed), Figures.count(all));
    return reason.map(why -> new NotTold(delivery.channel(), why + part));
  }

  private Reply deliver(Delivery delivery, String body, Deadline deadline) {
    if (deadline.left().compareTo(LEAST) < 0) {
      return Reply.failed("there was no time left of %s s".formatted(patience.toSeconds()));
    }
    int[] tries = new int[1];
    Reply last =
        Failsafe.with(policy(deadline))
            .get(
                context -> {
                  if (context.isRetry() && deadline.left().compareTo(LEAST) < 0) {
                    return context.getLastResult();
                  }
                  tries[0]++;
                  return post.send(delivery.address(), body, shorter(ofATry, deadline.left()));
                });
    return last.delivered() ? last : explained(last, tries[0], deadline);
  }

  private Reply explained(Reply last, int tries, Deadline deadline) {
    String wait =
        last.passing() && isTooLong(last, deadline)
            ? last.retryAfter()
                .map(
                    after ->
                        " and asks to wait %s s, longer than is left of %s s"
                            .formatted(Figures.count(after.toSeconds()), patience.toSeconds()))
                .orElse("")
            : "";
    String often = tries == 1 ? "" : ", after %d tries".formatted(tries);
    return Reply.failed(last.reason() + wait + often);
  }

  private static RetryPolicy<Reply> policy(Deadline deadline) {
    return RetryPolicy.<Reply>builder()
        .handleResultIf(reply -> reply.passing() && !reply.delivered())
        .abortIf(
            (Reply reply) -> deadline.left().compareTo(LEAST) < 0 || isTooLong(reply, deadline))
        .withBackoff(SHORTEST_DELAY.toMillis(), LONGEST_DELAY.toMillis(), ChronoUnit.MILLIS)
        .withDelayFn(context -> delay(context.getLastResult()))
        .withMaxRetries(-1)
        .withMaxDuration(longer(deadline.left(), LEAST))
        .build();
  }

  private static boolean isTooLong(Reply reply, Deadline deadline) {
    return reply.retryAfter().filter(after -> after.compareTo(deadline.left()) > 0).isPresent();
  }

  /** As the other side asks, but never at once; negative for the usual delay. */
  private static Duration delay(Reply reply) {
    return reply
        .retryAfter()
        .map(after -> longer(after, SHORTEST_DELAY))
        .orElse(Duration.ofMillis(-1));
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }

  private static Duration longer(Duration one, Duration other) {
    return one.compareTo(other) > 0 ? one : other;
  }

  private static Thread daemon(Runnable task) {
    Thread thread = new Thread(task, "notice");
    thread.setDaemon(true);
    return thread;
  }
}

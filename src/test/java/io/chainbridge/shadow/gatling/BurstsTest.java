package io.chainbridge.shadow.gatling;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatling.core.actor.ActorRef;
import io.gatling.core.stats.writer.DataWriterMessage;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import scala.concurrent.Promise;
import scala.concurrent.Promise$;
import scala.concurrent.duration.FiniteDuration;

/** Whoever hands them in, messages come out once each and in order. */
class BurstsTest {
  private static final int THREADS = 4;
  private static final int EACH = 50_000;

  private record Event(int thread, int number) implements DataWriterMessage.LoadEvent {}

  private record End() implements DataWriterMessage {}

  /** Not thread-safe, as the other end of a queue for one producer. */
  private static final class Writer implements ActorRef<DataWriterMessage> {
    private final List<DataWriterMessage> written = new ArrayList<>();

    @Override
    public void $bang(DataWriterMessage message) {
      written.add(message);
    }

    @Override
    public String name() {
      return "writer";
    }

    @Override
    public <T> Promise<T> replyPromise(FiniteDuration timeout) {
      return Promise$.MODULE$.apply();
    }
  }

  @RepeatedTest(5)
  void allAreHandedOnInOrderBeforeTheEnd() throws InterruptedException {
    Writer writer = new Writer();
    Bursts bursts = new Bursts(writer);
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < THREADS; i++) {
      int thread = i;
      threads.add(
          new Thread(
              () -> IntStream.range(0, EACH).forEach(n -> bursts.$bang(new Event(thread, n)))));
    }
    threads.forEach(Thread::start);
    for (Thread thread : threads) {
      thread.join();
    }

    bursts.$bang(new End());

    assertThat(writer.written).hasSize(THREADS * EACH + 1).endsWith(new End());
    List<Integer> next = new ArrayList<>(Collections.nCopies(THREADS, 0));
    for (DataWriterMessage message : writer.written.subList(0, THREADS * EACH)) {
      Event event = (Event) message;
      assertThat(event.number()).isEqualTo(next.get(event.thread()));
      next.set(event.thread(), event.number() + 1);
    }
  }
}

package io.chainbridge.shadow.gatling;

import io.gatling.core.actor.ActorRef;
import io.gatling.core.stats.writer.DataWriterMessage;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import scala.concurrent.Promise;
import scala.concurrent.duration.FiniteDuration;

/**
 * Hands messages on to one of Gatling's data writers, in order, but many at a time: a message that
 * finds the writer idle has a thread woken, which costs more than all that is done for it. One that
 * came soon after a burst waits for the next message. Thread-safe.
 */
final class Bursts implements ActorRef<DataWriterMessage> {
  private static final long PERIOD = Duration.ofMillis(10).toNanos();

  private final ActorRef<DataWriterMessage> writer;
  private final Queue<DataWriterMessage> waiting = new ConcurrentLinkedQueue<>();
  private final Lock handingOn = new ReentrantLock();
  private volatile long lastBurst = System.nanoTime();

  Bursts(ActorRef<DataWriterMessage> writer) {
    this.writer = writer;
  }

  /** What is not about the load, such as that this is the end, leaves none waiting. */
  @Override
  public void $bang(DataWriterMessage message) {
    waiting.add(message);
    if (!(message instanceof DataWriterMessage.LoadEvent)) {
      handingOn.lock();
      handOn();
    } else if (System.nanoTime() - lastBurst >= PERIOD && handingOn.tryLock()) {
      handOn();
    }
  }

  private void handOn() {
    try {
      lastBurst = System.nanoTime();
      for (DataWriterMessage next = waiting.poll(); next != null; next = waiting.poll()) {
        writer.$bang(next);
      }
    } finally {
      handingOn.unlock();
    }
  }

  @Override
  public String name() {
    return writer.name();
  }

  @Override
  public <T> Promise<T> replyPromise(FiniteDuration timeout) {
    return writer.replyPromise(timeout);
  }
}

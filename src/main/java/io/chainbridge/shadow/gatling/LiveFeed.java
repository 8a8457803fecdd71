package io.chainbridge.shadow.gatling;

import io.chainbridge.shadow.live.LiveStream;
import io.chainbridge.shadow.record.RunRecorder;
import io.gatling.commons.stats.OK$;
import io.gatling.core.action.Action;
import io.gatling.core.action.builder.ActionBuilder;
import io.gatling.core.actor.ActorRef;
import io.gatling.core.stats.DataWritersStatsEngine;
import io.gatling.core.stats.writer.DataWriterMessage;
import io.gatling.core.structure.ScenarioContext;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.Collection;
import scala.Option;
import scala.Product;
import scala.collection.immutable.List;
import scala.collection.immutable.Seq;
import scala.concurrent.Promise;
import scala.concurrent.Promise$;
import scala.concurrent.duration.FiniteDuration;
import scala.jdk.javaapi.CollectionConverters;
import scala.runtime.BoxedUnit;

/**
 * Hands on what Gatling tells its data writers, the moment it does. Gatling has no plug for a
 * writer of one's own, so this one is put among the others, or in their place, while the scenario
 * is being built. Called from all of Gatling's threads.
 */
final class LiveFeed implements ActorRef<DataWriterMessage> {
  private final RunRecorder recorder;
  private final LiveStream stream;

  private LiveFeed(RunRecorder recorder, LiveStream stream) {
    this.recorder = recorder;
    this.stream = stream;
  }

  /**
   * A step of a scenario that does nothing when it runs; its building starts the feed.
   *
   * @param log whether Gatling also keeps its log, which its own report is made from
   */
  static io.gatling.javaapi.core.ActionBuilder to(
      RunRecorder recorder, LiveStream stream, boolean log) {
    return () -> new Tap(new LiveFeed(recorder, stream), log);
  }

  private record Tap(LiveFeed feed, boolean log) implements ActionBuilder {
    @Override
    public Action build(ScenarioContext context, Action next) {
      try {
        Field writers = DataWritersStatsEngine.class.getDeclaredField("dataWriters");
        writers.setAccessible(true);
        Object engine = context.coreComponents().statsEngine();
        Collection<Object> all = new ArrayList<>();
        all.add(feed);
        if (log) {
          writersIn(writers.get(engine)).forEach(writer -> all.add(new Bursts(writer)));
        }
        writers.set(engine, CollectionConverters.asScala(all).toList());
        return next;
      } catch (ReflectiveOperationException e) {
        throw new IllegalStateException("This is not the Gatling that the feed was made for", e);
      }
    }
  }

  @SuppressWarnings("unchecked")
  private static Iterable<ActorRef<DataWriterMessage>> writersIn(Object sequence) {
    return CollectionConverters.asJava((Seq<ActorRef<DataWriterMessage>>) sequence);
  }

  /**
   * Java cannot name classes that are nested as these are, but knows them as what they are made of.
   */
  @Override
  public void $bang(DataWriterMessage message) {
    if (message instanceof DataWriterMessage.Stop stop) {
      stop.stopPromise().trySuccess(BoxedUnit.UNIT);
    } else if (message instanceof DataWriterMessage.LoadEvent && message instanceof Product event) {
      switch (event.productPrefix()) {
        case "Response" -> response(event);
        case "User" -> user(event);
        case "Error" ->
            recorder.error(
                oneLine((String) event.productElement(0)), (long) event.productElement(1));
        default -> {} // the end of a group
      }
    }
  }

  private void response(Product event) {
    List<?> groups = (List<?>) event.productElement(1);
    String endpoint = (String) event.productElement(2);
    long startMs = (long) event.productElement(3);
    long endMs = (long) event.productElement(4);
    boolean ok = event.productElement(5) == OK$.MODULE$;
    recorder.request(
        groups.isEmpty() ? RunRecorder.NO_PHASE : (String) groups.head(),
        endpoint,
        startMs,
        endMs,
        ok,
        text((Option<?>) event.productElement(7)));
    stream.request(endpoint, endMs - startMs, ok);
  }

  private void user(Product event) {
    String scenario = (String) event.productElement(0);
    long at = (long) event.productElement(1);
    if ((boolean) event.productElement(2)) {
      recorder.userStarted(scenario, at);
      stream.users(1);
    } else {
      recorder.userEnded(scenario, at);
      stream.users(-1);
    }
  }

  private static String text(Option<?> message) {
    return message.isEmpty() ? "" : oneLine((String) message.get());
  }

  /** As Gatling's own report shows it. */
  private static String oneLine(String message) {
    return message.replaceAll("[\\n\\r\\t]", " ").strip();
  }

  @Override
  public String name() {
    return "live-feed";
  }

  @Override
  public <T> Promise<T> replyPromise(FiniteDuration timeout) {
    return Promise$.MODULE$.apply();
  }
}

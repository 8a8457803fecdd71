package io.chainbridge.shadow.record;

import io.chainbridge.shadow.budget.Endpoint;
import io.chainbridge.shadow.contract.Violation;
import io.chainbridge.shadow.settings.Pace;
import io.chainbridge.shadow.settings.Shape;
import io.chainbridge.shadow.settings.Shard;
import io.chainbridge.shadow.settings.Share;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Records of shards, as their processes would have left them, and the answers that they saw. */
public final class ShardSample {
  /** Of a gate of two endpoints. */
  public static final List<Endpoint> GATE =
      List.of(RunSample.endpoint("stats", Map.of()), RunSample.endpoint("events", Map.of()));

  private static final long START = Instant.parse("2026-01-01T00:00:00Z").toEpochMilli();
  private static final Duration LENGTH = Duration.ofMinutes(10);

  private ShardSample() {}

  /** One answer to one of the processes. */
  public record Answer(String endpoint, long startMs, long tookMs, boolean ok, boolean broken) {}

  /** So many answers within ten minutes: log-normal, one in a hundred failed, a few broken. */
  public static List<Answer> answers(int count, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<Answer> answers = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      boolean ok = random.nextInt(100) > 0;
      answers.add(
          new Answer(
              GATE.get(i % GATE.size()).name(),
              START + LENGTH.toMillis() * i / count,
              Math.round(Math.exp(3 + 0.5 * random.nextGaussian())),
              ok,
              ok && random.nextInt(500) == 0));
    }
    return answers;
  }

  /** The record of a process of that share that saw these answers. */
  public static RunRecord record(Share share, List<Answer> answers) {
    RunRecorder recorder = new RunRecorder(GATE);
    for (Answer answer : answers) {
      recorder.request(
          answer.endpoint,
          answer.startMs,
          answer.startMs + answer.tookMs,
          answer.ok,
          answer.ok ? "" : "status 200 expected, found " + (500 + answer.tookMs % 4));
      if (answer.ok) {
        recorder.body(RunRecorder.NO_PHASE, answer.endpoint, 400 + answer.tookMs);
        if (answer.broken) {
          recorder.contractBroken(
              RunRecorder.NO_PHASE, answer.endpoint, violation(answer), new byte[0]);
        } else {
          recorder.contractKept(RunRecorder.NO_PHASE, answer.endpoint);
        }
      }
    }
    return record(share, recorder);
  }

  /** The same, but that its injector made its arrivals too late. */
  public static RunRecord withoutKeepingUp(RunRecord run) {
    return RecordJson.read(
        RecordJson.write(run).replace("\"kept_up\" : true", "\"kept_up\" : false"));
  }

  private static Violation violation(Answer answer) {
    return new Violation(
        "/delta/" + answer.tookMs,
        "/delta/*",
        answer.tookMs % 2 == 0 ? "string" : "null",
        "number",
        List.of(),
        Optional.empty());
  }

  private static RunRecord record(Share share, RunRecorder recorder) {
    RunRecord run = RunSample.complete();
    Instant start = recorder.start().orElseThrow();
    Load load = new Load(Shape.LOAD, new Pace.Constant(1_000, LENGTH), 50, Duration.ofSeconds(10));
    return new RunRecord(
        "20260101-000000-load",
        "Load",
        "shadow",
        "http://127.0.0.1:8000",
        false,
        run.commit(),
        Optional.of("main"),
        start,
        recorder.duration(),
        Optional.of("0".repeat(64)),
        load,
        Shares.of(
            List.of(new RunShare(share, "20260101-000000-load", start, recorder.duration(), true))),
        run.settings(),
        Map.of("gatling", "3.15.1", "os", "Linux"),
        run.injector(),
        Optional.empty(),
        recorder.arrivals(),
        Ending.COMPLETE,
        recorder.timeline(),
        recorder.phases(),
        recorder.endpoints(),
        List.of(),
        Optional.empty(),
        Optional.empty());
  }

  /**
   * Leaves the records of all shards of a load, each of so many requests. Eight of them are drawn;
   * the others are alike.
   *
   * @return the size of one, in bytes
   */
  public static long write(Path folder, int shards, int requestsEach) {
    List<String> drawn =
        IntStream.rangeClosed(1, Math.min(8, shards))
            .parallel()
            .mapToObj(
                number ->
                    RecordJson.write(
                        record(
                            new Share(Optional.empty(), Optional.of(new Shard(number, shards))),
                            drawn(requestsEach, number))))
            .toList();
    IntStream.rangeClosed(1, shards)
        .parallel()
        .forEach(
            number -> {
              int like = (number - 1) % drawn.size() + 1;
              write(
                  folder.resolve("shard-" + number),
                  drawn
                      .get(like - 1)
                      .replace(
                          "\"%s\"".formatted(new Shard(like, shards)),
                          "\"%s\"".formatted(new Shard(number, shards))));
            });
    return drawn.get(0).length();
  }

  private static void write(Path folder, String text) {
    try {
      Files.createDirectories(folder);
      Files.writeString(folder.resolve("run.json"), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The same as of {@link #answers}, but none is kept. */
  private static RunRecorder drawn(int count, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    RunRecorder recorder = new RunRecorder(GATE);
    for (int i = 0; i < count; i++) {
      String endpoint = GATE.get(i % GATE.size()).name();
      long start = START + LENGTH.toMillis() * i / count;
      long took = Math.round(Math.exp(3 + 0.5 * random.nextGaussian()));
      boolean ok = random.nextInt(100) > 0;
      recorder.request(
          endpoint, start, start + took, ok, ok ? "" : "status 200 expected, found 500");
      if (ok) {
        recorder.body(RunRecorder.NO_PHASE, endpoint, 400 + took);
        recorder.contractKept(RunRecorder.NO_PHASE, endpoint);
      }
    }
    return recorder;
  }
}

package io.chainbridge.shadow.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chainbridge.shadow.record.ShardSample.Answer;
import io.chainbridge.shadow.settings.Shard;
import io.chainbridge.shadow.settings.Share;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class MergeTest {
  private static Share shard(int number, int of) {
    return new Share(Optional.empty(), Optional.of(new Shard(number, of)));
  }

  private static Share region(String name) {
    return new Share(Optional.of(name), Optional.empty());
  }

  private static RunRecord merged(List<RunRecord> records) {
    Merge merge = new Merge();
    records.forEach(record -> merge.add(record.shares().made().toString(), record));
    return merge.record(false, Set.of());
  }

  /** Each answer is seen by one of so many shards, drawn by lot. */
  private static List<RunRecord> sharedOut(List<Answer> answers, int shards, Random random) {
    List<List<Answer>> parts =
        IntStream.range(0, shards).<List<Answer>>mapToObj(i -> new ArrayList<>()).toList();
    answers.forEach(answer -> parts.get(random.nextInt(shards)).add(answer));
    return IntStream.range(0, shards)
        .mapToObj(i -> ShardSample.record(shard(i + 1, shards), parts.get(i)))
        .toList();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void whatShardsSawIsWhatOneProcessWouldHaveSeen(long seed) {
    Random random = new Random(seed);
    List<Answer> answers = ShardSample.answers(20_000, seed);
    List<RunRecord> shards = sharedOut(answers, 2 + random.nextInt(7), random);

    RunRecord merged = merged(shards);
    RunRecord whole = ShardSample.record(shard(1, 1), answers);

    assertThat(merged.startedAt()).isEqualTo(whole.startedAt());
    assertThat(merged.duration()).isEqualTo(whole.duration());
    for (int i = 0; i < ShardSample.GATE.size(); i++) {
      EndpointRecord sum = merged.endpoints().get(i);
      EndpointRecord all = whole.endpoints().get(i);
      assertThat(sum.latencies()).isEqualTo(all.latencies());
      assertThat(sum.successLatencies()).isEqualTo(all.successLatencies());
      assertThat(sum.sizes()).isEqualTo(all.sizes());
      assertThat(sum.contractChecks()).isEqualTo(all.contractChecks());
      assertThat(sum.errors()).isEqualTo(all.errors());
      assertThat(sum.contractViolations().stream().map(MergeTest::counted))
          .isEqualTo(all.contractViolations().stream().map(MergeTest::counted).toList());
    }
    assertThat(requestsOverTime(merged)).isEqualTo(requestsOverTime(whole));
  }

  private static String counted(ViolationCount broken) {
    return broken.count() + " " + broken.violation().description();
  }

  private static long requestsOverTime(RunRecord run) {
    return run.timeline().slices().stream()
        .flatMap(slice -> slice.latencies().values().stream())
        .mapToLong(Latencies::count)
        .sum();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void neitherOrderNorGroupingChangesAnything(long seed) {
    Random random = new Random(seed);
    List<RunRecord> shards = sharedOut(ShardSample.answers(5_000, seed), 7, random);
    String inOrder = RecordJson.write(merged(shards));

    List<RunRecord> mixed = new ArrayList<>(shards);
    Collections.shuffle(mixed, random);
    int cut = 1 + random.nextInt(6);
    RunRecord left = merged(mixed.subList(0, cut));
    RunRecord right = merged(mixed.subList(cut, mixed.size()));

    assertThat(RecordJson.write(merged(mixed))).isEqualTo(inOrder);
    assertThat(RecordJson.write(merged(List.of(left, right)))).isEqualTo(inOrder);
    assertThat(RecordJson.write(merged(List.of(right, left)))).isEqualTo(inOrder);
  }

  @Test
  void theMergedRecordIsReadBackAsItWasWritten() {
    RunRecord merged = merged(sharedOut(ShardSample.answers(1_000, 1), 3, new Random(1)));
    assertThat(RecordJson.read(RecordJson.write(merged))).isEqualTo(merged);
  }

  @Test
  void regionsAreKeptBesideTheWhole() {
    List<Answer> answers = ShardSample.answers(2_000, 1);
    RunRecord near = ShardSample.record(region("near"), answers.subList(0, 1_500));
    RunRecord far = ShardSample.record(region("far"), answers.subList(1_500, 2_000));

    RunRecord merged = merged(List.of(near, far));

    assertThat(merged.regions()).extracting(RegionRecord::name).containsExactly("far", "near");
    assertThat(merged.endpoints("near").get(0).latencies())
        .isEqualTo(near.endpoints().get(0).latencies());
    assertThat(merged.endpoints("far").get(1).requests()).isEqualTo(250);
    assertThat(merged.endpoints("").get(1).requests()).isEqualTo(1_000);
    assertThat(RecordJson.read(RecordJson.write(merged))).isEqualTo(merged);
  }

  @Test
  void runsThatBeganApartMeetInTimeAndTheTimelineStaysBounded() {
    List<Answer> early = ShardSample.answers(500, 1);
    List<Answer> late =
        early.stream()
            .map(
                answer ->
                    new Answer(
                        answer.endpoint(),
                        answer.startMs() + 3_600_000,
                        answer.tookMs(),
                        answer.ok(),
                        answer.broken()))
            .toList();
    RunRecord merged =
        merged(
            List.of(ShardSample.record(shard(1, 2), early), ShardSample.record(shard(2, 2), late)));
    assertThat(merged.timeline().slices()).hasSizeLessThanOrEqualTo(Timeline.MOST_SLICES);
    assertThat(requestsOverTime(merged)).isEqualTo(1_000);
    assertThat(merged.duration()).isGreaterThan(Duration.ofMinutes(69));
    assertThat(merged.timeline().interval().multipliedBy(1L + merged.timeline().slices().size()))
        .isGreaterThanOrEqualTo(merged.duration());
  }

  static Stream<Arguments> mixtures() {
    UnaryOperator<String> none = text -> text;
    return Stream.of(
        Arguments.of(
            shard(1, 2),
            none,
            "b: is shard 1/2, as a is; each share of a load counts once, leave one of the two out"),
        Arguments.of(
            shard(1, 2),
            replacing("\"simulation\" : \"Load\"", "\"simulation\" : \"Soak\""),
            "b: is of another simulation than a: Soak, not Load; only records of one load are merged"),
        Arguments.of(
            shard(2, 3),
            none,
            "b: is of another number of shards than a: 3, not 2; only records of one load are merged"),
        Arguments.of(
            new Share(Optional.of("eu"), Optional.of(new Shard(2, 2))),
            none,
            "b: is of another use of regions than a: with a region, not without a region; only records of one load are merged"),
        Arguments.of(
            shard(2, 2),
            replacing("\"gate\" : \"shadow\"", "\"gate\" : \"orders\""),
            "b: is of another gate than a: orders, not shadow; only records of one load are merged"),
        Arguments.of(
            shard(2, 2),
            replacing("0".repeat(64), "1".repeat(64)),
            "b: is of another budgets than a: "
                + "1".repeat(64)
                + ", not "
                + "0".repeat(64)
                + "; only records of one load are merged"),
        Arguments.of(
            shard(2, 2),
            replacing("\"rate\" : 1000.0", "\"rate\" : 10.0"),
            "b: is of another load than a: open model, 10 arrivals/s for 10m after 50 silent requests per endpoint, not open model, 1000 arrivals/s for 10m after 50 silent requests per endpoint; only records of one load are merged"),
        Arguments.of(
            shard(2, 2),
            replacing("\"commit\" : \"0123", "\"commit\" : \"9123"),
            "b: is of another commit than a: 9123456789abcdef0123456789abcdef01234567, not 0123456789abcdef0123456789abcdef01234567; only records of one load are merged"),
        Arguments.of(
            shard(2, 2),
            replacing("\"gatling\" : \"3.15.1\"", "\"gatling\" : \"3.14.0\""),
            "b: is of another Gatling than a: 3.14.0, not 3.15.1; only records of one load are merged"));
  }

  private static UnaryOperator<String> replacing(String text, String other) {
    return json -> {
      assertThat(json).contains(text);
      return json.replace(text, other);
    };
  }

  @ParameterizedTest
  @MethodSource("mixtures")
  void whatIsNotOfOneLoadIsRefusedAndNotAdded(
      Share share, UnaryOperator<String> change, String message) {
    List<Answer> answers = ShardSample.answers(100, 1);
    Merge merge = new Merge();
    merge.add("a", ShardSample.record(shard(1, 2), answers));
    RunRecord other =
        RecordJson.read(change.apply(RecordJson.write(ShardSample.record(share, answers))));

    assertThatThrownBy(() -> merge.add("b", other))
        .isInstanceOf(MixtureException.class)
        .hasMessage(message);
    assertThat(merge.record(false, Set.of()).endpoints().get(0).requests()).isEqualTo(50);
  }

  @Test
  void aRunThatMadeAllOfItsLoadIsNoShare() {
    assertThatThrownBy(() -> new Merge().add("a", RunSample.complete()))
        .hasMessage(
            "a: made all of its load by itself; only runs with -Dshard or -Dregion are merged");
  }

  @Test
  void theWorstEndingIsThatOfTheWholeAndSaysWhose() {
    List<Answer> answers = ShardSample.answers(100, 1);
    RunRecord merged =
        merged(
            List.of(
                ShardSample.record(shard(1, 3), answers),
                ShardSample.record(shard(2, 3), answers)
                    .withEnding(new Ending(Ending.Kind.INCOMPLETE, "stats has 3 of 9 requests")),
                ShardSample.record(shard(3, 3), answers)
                    .withEnding(new Ending(Ending.Kind.INTERRUPTED, "the run was stopped"))));
    assertThat(merged.ending())
        .isEqualTo(new Ending(Ending.Kind.INCOMPLETE, "shard 2/3: stats has 3 of 9 requests"));
  }

  @Test
  void moreMessagesThanAreKeptAreCountedTogether() {
    RunRecorder one = new RunRecorder(ShardSample.GATE);
    RunRecorder other = new RunRecorder(ShardSample.GATE);
    for (int i = 0; i < 900; i++) {
      one.request("stats", 0, 1, false, "message " + i);
      other.request("stats", 0, 1, false, "message " + (i + 450));
    }
    EndpointSums sums = new EndpointSums(one.endpoints());
    sums.add(one.endpoints(), 0);
    sums.add(other.endpoints(), 0);
    List<ErrorCount> errors = sums.records(0).get(0).errors();
    assertThat(errors).hasSize(EndpointCounter.MOST_MESSAGES + 1);
    assertThat(errors.get(0).count()).isEqualTo(2);
    assertThat(errors.stream().mapToLong(ErrorCount::count).sum()).isEqualTo(1_800);
    assertThat(errors.get(EndpointCounter.MOST_MESSAGES).message())
        .isEqualTo(EndpointCounter.OTHER_MESSAGES);
  }
}

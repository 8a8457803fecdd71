package io.chainbridge.shadow.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.chainbridge.shadow.settings.Pace;
import io.chainbridge.shadow.settings.Pause;
import io.chainbridge.shadow.settings.Shape;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LoadJsonTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @Property(tries = 500)
  void aLoadIsReadAsItWasWritten(@ForAll("loads") Load load) throws IOException {
    ObjectNode node = JSON.createObjectNode();
    LoadJson.write(load, node);
    assertThat(LoadJson.read(JSON.readTree(node.toString()))).isEqualTo(load);
  }

  @Provide
  static Arbitrary<Load> loads() {
    return Combinators.combine(
            Arbitraries.of(Shape.class), Arbitraries.integers().greaterOrEqual(0), millis())
        .flatAs(
            (shape, warmup, timeout) -> pace(shape).map(p -> new Load(shape, p, warmup, timeout)));
  }

  private static Arbitrary<? extends Pace> pace(Shape shape) {
    return switch (shape) {
      case PROBE -> Arbitraries.oneOf(iterations(), untilProven());
      case LOAD -> Arbitraries.oneOf(iterations(), duration(), constant());
      case SOAK -> Arbitraries.oneOf(duration(), constant());
      case CHAOS -> constant();
      case STRESS ->
          Combinators.combine(rates(), rates(), Arbitraries.integers().between(1, 100), millis())
              .as(Pace.Steps::new);
      case SPIKE ->
          Combinators.combine(rates(), rates(), millis(), millis(), millis()).as(Pace.Peak::new);
      case CAPACITY -> Combinators.combine(rates(), rates(), millis()).as(Pace.Search::new);
      case COMPARE ->
          Combinators.combine(
                  Arbitraries.integers().between(1, 100),
                  Arbitraries.integers().between(100, 10_000))
              .as(Pace.Pairs::new);
    };
  }

  /** With no more users than have something to do, since only those are written. */
  private static Arbitrary<Pace> iterations() {
    return Combinators.combine(Arbitraries.integers().between(1, 10_000), pauses())
        .flatAs(
            (users, pause) ->
                Arbitraries.integers()
                    .between(users, Integer.MAX_VALUE)
                    .map(
                        iterations ->
                            new Pace.Closed(
                                users, OptionalInt.of(iterations), Optional.empty(), pause)));
  }

  private static Arbitrary<Pace> untilProven() {
    return Combinators.combine(
            Arbitraries.integers().between(1, 10_000),
            Arbitraries.doubles().between(0.5, 0.9999).ofScale(4),
            Arbitraries.integers().between(10_000, Integer.MAX_VALUE))
        .as(Pace.UntilProven::new);
  }

  private static Arbitrary<Pace> duration() {
    return Combinators.combine(Arbitraries.integers().between(1, 10_000), millis(), pauses())
        .as(
            (users, length, pause) ->
                new Pace.Closed(users, OptionalInt.empty(), Optional.of(length), pause));
  }

  private static Arbitrary<Pace> constant() {
    return Combinators.combine(rates(), millis()).as(Pace.Constant::new);
  }

  private static Arbitrary<Pause> pauses() {
    return Combinators.combine(
            Arbitraries.longs().between(0, 3_600_000).map(Duration::ofMillis),
            Arbitraries.of(true, false))
        .as(Pause::new);
  }

  private static Arbitrary<Duration> millis() {
    return Arbitraries.longs().between(1, 604_800_000).map(Duration::ofMillis);
  }

  private static Arbitrary<Double> rates() {
    return Arbitraries.doubles().between(0.001, 100_000).ofScale(3);
  }

  @Test
  void ofUsersWhoHaveNothingToDoNobodyIsTold() {
    ObjectNode node = JSON.createObjectNode();
    LoadJson.write(RunSample.load(5, 50), node);
    assertThat(node.path("concurrency").asInt()).isEqualTo(5);
    assertThat(LoadJson.read(node).description()).isEqualTo(RunSample.load(5, 50).description());
  }

  @Test
  void aLoadFromBeforeThereWereShapesIsAProbes() throws IOException {
    assertThat(
            LoadJson.read(
                JSON.readTree(
                    "{\"model\": \"closed\", \"iterations\": 20, \"concurrency\": 1, \"warmup\": 50, \"timeout_ms\": 10000}")))
        .isEqualTo(RunSample.load(20, 1));
  }

  @ParameterizedTest
  @EnumSource
  void aLoadWithoutItsKeysIsRefused(Shape shape) {
    ObjectNode node = JSON.createObjectNode().put("shape", shape.key());
    node.put("warmup", 0).put("timeout_ms", 1);
    assertThatThrownBy(() -> LoadJson.read(node)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aShapeThatIsNoneIsRefused() {
    ObjectNode node = JSON.createObjectNode().put("shape", "flood");
    assertThatThrownBy(() -> LoadJson.read(node)).isInstanceOf(IllegalArgumentException.class);
  }
}

package io.chainbridge.shadow.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class EventSeedTest {

  private static final LocalDateTime END = LocalDateTime.parse("2026-01-04T00:00:00");
  private static final List<Event> EVENTS = EventSeed.events(5_000, 42, END).toList();

  private static LocalDateTime at(Event event) {
    return LocalDateTime.parse(event.createdAt());
  }

  @Test
  void theSameSeedGivesTheSameEvents() {
    assertThat(EventSeed.events(5_000, 42, END)).isEqualTo(EVENTS);
  }

  @Test
  void anotherSeedGivesOthers() {
    assertThat(EventSeed.events(5_000, 43, END)).isNotEqualTo(EVENTS);
  }

  @Test
  void aLaterStartMovesTheSameEvents() {
    List<Event> later = EventSeed.events(5_000, 42, END.plusHours(1)).toList();
    assertThat(at(later.get(17))).isEqualTo(at(EVENTS.get(17)).plusHours(1));
    assertThat(later.get(17).delta()).isEqualTo(EVENTS.get(17).delta());
  }

  @Test
  void idsFollowTimeOverThreeDays() {
    assertThat(EVENTS).extracting(Event::id).isSorted().startsWith(1L).endsWith(5_000L);
    assertThat(EVENTS).extracting(EventSeedTest::at).isSorted();
    assertThat(at(EVENTS.get(4_999))).isBeforeOrEqualTo(END);
    assertThat(Duration.between(at(EVENTS.get(0)), END))
        .isBetween(Duration.ofHours(71), EventSeed.SPAN);
  }

  @Test
  void aDeltaIsTheDistanceOfTwoScores() {
    assertThat(EVENTS)
        .allSatisfy(
            event -> {
              assertThat(event.dummyScore()).isBetween(0.0, 1.0);
              assertThat(event.realScore()).isBetween(0.0, 1.0);
              assertThat(event.delta())
                  .isEqualTo(Math.abs(event.realScore() - event.dummyScore()), Offset.offset(1e-9));
            });
  }

  @Test
  void someEventsHaveNoCorridor() {
    assertThat(EVENTS.stream().filter(event -> event.corridor() == null).count())
        .isBetween(150L, 350L);
  }

  @Test
  void noEventsAreFine() {
    assertThat(EventSeed.events(0, 42, END)).isEmpty();
  }
}

package io.chainbridge.shadow.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** {@code /iq/shadow/events}, in both its forms. */
@ApiTest
class EventsIT {
  private static final Map<String, Integer> EVERYTHING = Map.of("hours", 168, "limit", 1_000);

  /** Clocks differ. */
  private static final Duration SKEW = Duration.ofMinutes(5);

  @Test
  @DisplayName("API-10: events can be asked for by GET or by POST at least")
  void forms(Api api) {
    assertThat(Arrays.stream(EventsForm.values()).filter(form -> form.isOfferedBy(api)))
        .as("the forms of %s that answer neither 404 nor 405", Api.EVENTS)
        .isNotEmpty();
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("API-11: events are JSON that keeps the contract of their form")
  void contract(EventsForm form, Api api) {
    form.ask(api, Map.of("hours", 24, "limit", 50)).keeps(form.contract());
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("API-12: events name the version of the model that scored (SAM)")
  void modelVersion(EventsForm form, Api api) {
    Reply reply = form.ask(api, EVERYTHING);
    assertThat(reply.accepted().path("model_version").asText()).as("%s", reply).isNotBlank();
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("API-13: limit is the most events in an answer, however many there are")
  void limit(EventsForm form, Api api) {
    int all = form.ask(api, EVERYTHING).events().size();
    for (int limit : new int[] {1, 7, 1_000}) {
      Reply reply = form.ask(api, Map.of("hours", 168, "limit", limit));
      assertThat(reply.events().size())
          .as("%s%nnumber of events", reply)
          .isBetween(Math.min(all, limit), limit);
      repeats(reply, "limit", String.valueOf(limit));
    }
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("API-14: a corridor restricts events to its own, of which there are some")
  void corridor(EventsForm form, Api api) {
    List<String> corridors =
        form.ask(api, EVERYTHING).events().stream()
            .map(event -> event.path("corridor").asText(""))
            .filter(corridor -> !corridor.isEmpty() && !corridor.equals("null"))
            .distinct()
            .toList();
    assumeTrue(!corridors.isEmpty(), "no event of the last 168 h has a corridor");
    String corridor = corridors.get(0);

    Reply reply = form.ask(api, Map.of("hours", 168, "limit", 1_000, "corridor", corridor));
    assertThat(reply.events().stream().map(event -> event.path("corridor").asText()).distinct())
        .as("%s%ncorridors of the events", reply)
        .containsExactly(corridor);
    repeats(reply, "corridor", corridor);
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("API-15: hours restricts events to those of as many hours before now")
  void hours(EventsForm form, Api api) {
    Instant begin = Instant.now();
    for (int hours : new int[] {1, 24}) {
      Reply reply = form.ask(api, Map.of("hours", hours, "limit", 1_000));
      Instant oldest =
          reply.events().stream().map(EventsIT::time).min(Comparator.naturalOrder()).orElse(begin);
      assertThat(oldest)
          .as("%s%ntime of the oldest event", reply)
          .isAfter(begin.minus(Duration.ofHours(hours)).minus(SKEW));
      repeats(reply, "time_window_hours", String.valueOf(hours));
    }
  }

  /** By its name in ChainIQ v0.3, which means UTC, or in the Shadow Mode pipeline. */
  private static Instant time(JsonNode event) {
    String text = event.path("created_at").asText(event.path("timestamp").asText());
    return Instant.parse(text.matches(".*(Z|[+-]\\d\\d:\\d\\d)") ? text : text + "Z");
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("API-16: a corridor that no event has is no error: there are no events, 0 in total")
  void unknownCorridor(EventsForm form, Api api) {
    Reply reply = form.ask(api, Map.of("hours", 24, "limit", 50, "corridor", "no-such-corridor"));
    assertThat(reply.events().size()).as("%s%nnumber of events", reply).isZero();
    assertThat(reply.json().path("total_count").asInt(0)).as("%s%ntotal_count", reply).isZero();
    reply.keeps(form.contract());
  }

  @Test
  @DisplayName("API-17: both forms give the same events for the same question")
  void bothForms(Api api) {
    Map<String, Integer> question = Map.of("hours", 24, "limit", 20);
    for (int attempt = 0; attempt < 5; attempt++) {
      List<JsonNode> before = EventsForm.GET.ask(api, question).events();
      Reply posted = EventsForm.POST.ask(api, question);
      if (EventsForm.GET.ask(api, question).events().equals(before)) {
        assertThat(posted.events()).as("%s%nbeside the same by GET", posted).isEqualTo(before);
        return;
      }
    }
    assumeTrue(false, "the service's events change faster than they can be compared");
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("API-18: what is not asked for is 24 hours, 50 events at most, of all corridors")
  void defaults(EventsForm form, Api api) {
    assumeTrue(api.embedded(), "only of the embedded service the defaults are known");
    Reply reply = form.ask(api, Map.of());
    assertThat(reply.events()).as("%s%nevents", reply).hasSizeBetween(1, 50);
    repeats(reply, "limit", "50");
    repeats(reply, "time_window_hours", "24");
    repeats(reply, "corridor", "null");
  }

  /**
   * An answer that says what it was asked says so rightly; v0.3's contract demands that it does.
   */
  private static void repeats(Reply reply, String name, String asked) {
    assertThat(reply.accepted().path(name).asText(asked))
        .as("%s%n%s", reply, name)
        .isEqualTo(asked);
  }
}

package io.chainbridge.shadow.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the service refuses: always as JSON of one shape. */
@ApiTest
class RefusalsIT {

  @ParameterizedTest
  @ValueSource(strings = {"0", "169", "-1", "1.5", "abc", ""})
  @DisplayName("API-20: hours of stats that are no whole number from 1 to 168 are refused with 422")
  void hoursOfStats(String hours, Api api) {
    api.get(Api.STATS + "?hours=" + hours).isRefused(422);
  }

  @ParameterizedTest
  @CsvSource({
    "GET, 0",
    "GET, 169",
    "GET, -1",
    "GET, abc",
    "POST, 0",
    "POST, 169",
    "POST, -1",
    "POST, abc"
  })
  @DisplayName(
      "API-21: hours of events that are no whole number from 1 to 168 are refused with 422")
  void hoursOfEvents(EventsForm form, String hours, Api api) {
    form.ask(api, Map.of("hours", value(hours))).isRefused(422);
  }

  @ParameterizedTest
  @CsvSource({
    "GET, 0",
    "GET, 1001",
    "GET, -1",
    "GET, abc",
    "POST, 0",
    "POST, 1001",
    "POST, -1",
    "POST, abc"
  })
  @DisplayName("API-22: a limit that is no whole number from 1 to 1000 is refused with 422")
  void limit(EventsForm form, String limit, Api api) {
    form.ask(api, Map.of("limit", value(limit))).isRefused(422);
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("API-23: all that is wrong with a request is told at once")
  void everything(EventsForm form, Api api) {
    Reply reply = form.ask(api, Map.of("hours", 0, "limit", 1_001)).isRefused(422);
    assertThat(reply.json().path("detail").findValuesAsText("msg"))
        .as("%s%nproblems", reply)
        .hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"limit\":", "{limit: 5}", "no JSON"})
  @DisplayName("API-24: a body that is no JSON is refused with 400 or 422")
  void malformed(String body, Api api) {
    posted(api, body).isRefused(400, 422);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"limit\": {}}",
        "{\"hours\": [24]}",
        "{\"corridor\": {}}",
        "[]",
        "\"text\"",
        "5"
      })
  @DisplayName("API-25: a body of another type than the API's is refused with 422")
  void wrongType(String body, Api api) {
    posted(api, body).isRefused(422);
  }

  @ParameterizedTest
  @CsvSource({
    "DELETE, /iq/shadow/stats",
    "PUT, /iq/shadow/stats",
    "POST, /iq/shadow/stats",
    "DELETE, /iq/shadow/events",
    "PATCH, /iq/shadow/events"
  })
  @DisplayName("API-26: a method that is not offered is refused with 405 and told those that are")
  void method(String method, String path, Api api) {
    Reply reply = api.send(method, path, "").isRefused(405);
    assertThat(reply.header("allow"))
        .as("%s%nheader Allow", reply)
        .isNotBlank()
        .doesNotContain(method);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/iq/shadow/no-such-thing", "/no-such-thing", "/iq/shadow/stats/more"})
  @DisplayName("API-27: a path that is not there is refused with 404")
  void path(String path, Api api) {
    api.get(path).isRefused(404);
  }

  @Test
  @DisplayName("API-28: a refused question leaves the next one as it was")
  void goesOn(Api api) {
    api.get(Api.STATS + "?hours=0").isRefused(422);
    api.get(Api.STATS + "?hours=24").accepted();
  }

  private static Reply posted(Api api, String body) {
    assumeTrue(EventsForm.POST.isOfferedBy(api), "the service has no POST " + Api.EVENTS);
    return api.post(Api.EVENTS, body);
  }

  /** A number as one. */
  private static Object value(String text) {
    return text.matches("-?\\d+") ? Integer.valueOf(text) : text;
  }
}

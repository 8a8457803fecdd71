package io.chainbridge.shadow.reference;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What a request asks for.
 *
 * <p>Parameters come from the query and, of a POST, from the JSON object in the body. Both are
 * checked and all their problems told at once; where both give a parameter, the body's counts. Of a
 * parameter repeated in the query the last counts. Unknown ones are ignored, as FastAPI does.
 *
 * @param hours the window in hours, 1 to 168
 * @param limit the most events to return, 1 to 1,000
 * @param corridor the only corridor to look at, or null for all; one that no event has is no error
 */
record Question(int hours, int limit, @Nullable String corridor) {

  /** All corridors of the last day, 50 events at most. */
  static final Question DEFAULT = new Question(24, 50, null);

  /**
   * The question about a window alone.
   *
   * @throws InvalidRequest with the problem
   */
  static Question ofHours(Map<String, List<String>> query) {
    List<Problem> problems = new ArrayList<>();
    Question question = DEFAULT.hoursFrom(query, problems::add);
    return question.unless(problems);
  }

  /**
   * The question about events; {@code body} is null where there is none.
   *
   * @throws InvalidRequest with all problems
   */
  static Question ofEvents(Map<String, List<String>> query, @Nullable JsonNode body) {
    List<Problem> problems = new ArrayList<>();
    Question question = DEFAULT.hoursFrom(query, problems::add).eventsFrom(query, problems::add);
    if (body != null && body.isObject()) {
      question = question.from(body, problems::add);
    } else if (body != null) {
      problems.add(Problem.notAnObject());
    }
    return question.unless(problems);
  }

  private Question hoursFrom(Map<String, List<String>> query, Consumer<Problem> problems) {
    String text = last(query, "hours");
    return text == null
        ? this
        : new Question(WholeNumber.HOURS.fromQuery(text, hours, problems), limit, corridor);
  }

  private Question eventsFrom(Map<String, List<String>> query, Consumer<Problem> problems) {
    String text = last(query, "limit");
    int most = text == null ? limit : WholeNumber.LIMIT.fromQuery(text, limit, problems);
    return new Question(hours, most, last(query, "corridor"));
  }

  private Question from(JsonNode body, Consumer<Problem> problems) {
    JsonNode window = body.path("hours");
    JsonNode most = body.path("limit");
    JsonNode lane = body.path("corridor");
    if (!lane.isMissingNode() && !lane.isNull() && !lane.isTextual()) {
      problems.accept(
          new Problem(
              List.of("body", "corridor"), "Input should be a valid string", "string_type"));
    }
    return new Question(
        window.isMissingNode() ? hours : WholeNumber.HOURS.fromBody(window, hours, problems),
        most.isMissingNode() ? limit : WholeNumber.LIMIT.fromBody(most, limit, problems),
        lane.isMissingNode() ? corridor : lane.textValue());
  }

  private Question unless(List<Problem> problems) {
    if (!problems.isEmpty()) {
      throw new InvalidRequest(problems);
    }
    return this;
  }

  private static @Nullable String last(Map<String, List<String>> query, String name) {
    List<String> values = query.getOrDefault(name, List.of());
    return values.isEmpty() ? null : values.get(values.size() - 1);
  }
}

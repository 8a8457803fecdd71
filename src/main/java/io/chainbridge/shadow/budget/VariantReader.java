package io.chainbridge.shadow.budget;

import com.fasterxml.jackson.databind.JsonNode;
import io.chainbridge.shadow.settings.Suggestion;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Turns what an endpoint is asked with into variants, one for each row of its feeder. */
final class VariantReader {
  private final Problems problems;
  private final NamedFiles files;

  VariantReader(Problems problems, NamedFiles files) {
    this.problems = problems;
    this.files = files;
  }

  /**
   * Reads them.
   *
   * @param pointer to the endpoint
   * @param endpoint that keeps the schema
   * @return one, if there is no feeder or something is wrong
   */
  List<Variant> read(String pointer, JsonNode endpoint) {
    RequestTemplate template = new RequestTemplate(endpoint);
    Set<Placeholders.Place> placeholders = template.placeholders(pointer);
    if (!endpoint.has("feeder")) {
      placeholders.forEach(this::withoutFeeder);
      return List.of(template.variant());
    }
    return feeder(pointer + "/feeder", endpoint.path("feeder").asText())
        .filter(feeder -> fits(feeder, pointer + "/feeder", placeholders))
        .map(template::variants)
        .orElseGet(() -> List.of(template.variant()));
  }

  private Optional<Feeder> feeder(String pointer, String path) {
    return files.feeder(path, problem -> problems.add(pointer, problem));
  }

  private boolean fits(Feeder feeder, String pointer, Set<Placeholders.Place> placeholders) {
    String columns = String.join(", ", feeder.columns());
    if (placeholders.isEmpty()) {
      problems.add(
          pointer,
          "none of its columns is used (%s); write #{%s} in query or body, or leave the feeder out"
              .formatted(columns, feeder.columns().get(0)));
    }
    List<Placeholders.Place> unknown =
        placeholders.stream().filter(place -> !feeder.columns().contains(place.column())).toList();
    unknown.forEach(
        place ->
            problems.add(
                place.pointer(),
                "#{%s} names no column of the feeder; its columns: %s%s"
                    .formatted(
                        place.column(),
                        columns,
                        Suggestion.of(place.column(), feeder.columns())
                            .map(". Did you mean %s?"::formatted)
                            .orElse(""))));
    return unknown.isEmpty();
  }

  private void withoutFeeder(Placeholders.Place place) {
    problems.add(
        place.pointer(),
        "#{%s} names a column of a feeder, but there is none; give the endpoint the key feeder"
            .formatted(place.column()));
  }
}

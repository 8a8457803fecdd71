package io.chainbridge.shadow.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SuggestionTest {

  @ParameterizedTest
  @CsvSource({
    "get, GET",
    "GTE, GET",
    "POS, POST",
    "PUTT, PUT",
    "DELTE, DELETE",
    "'', ",
    "OPTIONS, ",
    "a-very-long-word-that-is-none-of-them, "
  })
  void isTheNearestWordWithinTwoEdits(String word, @Nullable String suggestion) {
    assertThat(Suggestion.of(word, List.of("GET", "POST", "PUT", "PATCH", "DELETE")).orElse(null))
        .isEqualTo(suggestion);
  }

  @ParameterizedTest
  @CsvSource({
    "rat, rate",
    "Rates, rate",
    "path, ",
    "stepss, steps",
    "tests, ",
    "concurency, concurrency",
    "conurency, concurrency",
    "warm-ups, warmup"
  })
  void aCloseOneIsWithinOneEditForEachThreeCharacters(String word, @Nullable String suggestion) {
    assertThat(
            Suggestion.close(word, List.of("rate", "steps", "warmup", "concurrency")).orElse(null))
        .isEqualTo(suggestion);
  }
}

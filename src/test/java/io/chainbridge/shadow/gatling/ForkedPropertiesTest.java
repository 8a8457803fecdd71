package io.chainbridge.shadow.gatling;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ForkedPropertiesTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          sh \\'a  b\\' \\"$X\\" | sh 'a  b' "$X"
          a\\\\b                 | a\\b
          caf\\u00E9             | café
          http://127.0.0.1:1/x   | http://127.0.0.1:1/x
          C:\\users              | C:\\users
          """)
  void inAForkedJvmValuesAreAsTheyWereGivenToMaven(String passed, String given) {
    assertThat(ForkedProperties.of(properties(passed), true)).containsEntry("x", given);
  }

  @Test
  void elsewhereTheyAreAsTheyAre() {
    assertThat(ForkedProperties.of(properties("a\\'b"), false)).containsEntry("x", "a\\'b");
  }

  private static Properties properties(String value) {
    Properties properties = new Properties();
    properties.setProperty("x", value);
    return properties;
  }
}

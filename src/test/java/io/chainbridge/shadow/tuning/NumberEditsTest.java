package io.chainbridge.shadow.tuning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.api.Test;

class NumberEditsTest {
  private static final String JSON =
      "{\r\n\t\"\u00e9\ud83d\ude80\" : \"1\\u0031 75\",\n  \"a\":{\"b\" :75.0 ,\"c\":[1,-5e-2,75]},"
          + "\"a.b\": 75}  \n\n";

  @Test
  void nothingElseChanges() {
    assertThat(replace("/a/b", "40")).isEqualTo(JSON.replace("75.0 ", "40 "));
    assertThat(replace("/a/c/1", "0.013")).isEqualTo(JSON.replace("-5e-2", "0.013"));
    assertThat(replace("/a/c/2", "7E+1")).isEqualTo(JSON.replace("75]", "70]"));
    assertThat(replace("/a.b", "1E-7")).isEqualTo(JSON.replace("75}", "0.0000001}"));
    assertThat(NumberEdits.replace(JSON, Map.of())).isEqualTo(JSON);
  }

  @Test
  void severalChangeAtOnce() {
    assertThat(NumberEdits.replace("[1,2, 3]", Map.of("/0", BigDecimal.TEN, "/2", BigDecimal.ONE)))
        .isEqualTo("[10,2, 1]");
  }

  @Test
  void longFilesKeepTheirPlaces() {
    String filler = "\"x\": \"" + "\u20ac".repeat(50_000) + "\",";
    String json = "{%s\"y\": 12345, %s\"z\": 1}".formatted(filler, filler.replace("x", "x2"));
    assertThat(NumberEdits.replace(json, Map.of("/y", BigDecimal.TEN)))
        .isEqualTo(json.replace("12345", "10"));
    assertThat(NumberEdits.replace(json, Map.of("/z", BigDecimal.TEN)))
        .isEqualTo(json.replace("\"z\": 1", "\"z\": 10"));
  }

  @Test
  void whatIsNoNumberIsNotReplaced() {
    assertThatThrownBy(() -> replace("/a", "1"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("no number at [/a]");
  }

  private static String replace(String pointer, String number) {
    return NumberEdits.replace(JSON, Map.of(pointer, new BigDecimal(number)));
  }
}

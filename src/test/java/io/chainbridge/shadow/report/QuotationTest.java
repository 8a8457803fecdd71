package io.chainbridge.shadow.report;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class QuotationTest {

  @Test
  void isOneLineOfWhatCanBeSeen() {
    assertThat(of("status 503")).isEqualTo("status 503");
    assertThat(of("  two\r\n\tlines\u2028 ")).isEqualTo("two lines");
    assertThat(of("a\u0000b\u001B[31m")).isEqualTo("a\uFFFDb\uFFFD[31m");
    assertThat(of("\u202Egnp.exe\u2069 \uD800\uFFFE"))
        .isEqualTo("\uFFFDgnp.exe\uFFFD \uFFFD\uFFFD");
    assertThat(of("Zürich 東京 \uD83D\uDE80")).isEqualTo("Zürich 東京 \uD83D\uDE80");
  }

  private static String of(String text) {
    return Quotation.of(text, 100);
  }

  @Test
  void aCutIsShownAndLeavesNoHalfCharacter() {
    assertThat(Quotation.of("\uD83D\uDE80".repeat(5), 3))
        .isEqualTo("\uD83D\uDE80".repeat(3) + "\u2026");
    assertThat(Quotation.of("abc", 3)).isEqualTo("abc");
    assertThat(Quotation.of("", 3)).isEmpty();
  }

  @Property
  void hasNoCharacterThatXmlForbids(@ForAll String text, @ForAll @IntRange(max = 50) int most) {
    String quotation = Quotation.of(text, most);
    assertThat(quotation.codePoints())
        .hasSizeLessThanOrEqualTo(most + 1)
        .allMatch(
            character ->
                (character >= 0x20 && character <= 0xD7FF)
                    || (character >= 0xE000 && character <= 0xFFFD)
                    || character >= 0x10000);
  }
}

package io.chainbridge.shadow.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.chainbridge.shadow.record.LiveMetrics;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ExportCountTest {
  private static final String TARGET = "http://127.0.0.1:4318/v1/metrics";

  private final ExportCount count = new ExportCount();

  @Test
  void withoutAnythingToTellNothingIsLost() {
    assertIs(0, 0, 0, Optional.empty());
  }

  @Test
  void whatIsDeliveredIsNotLost() {
    count.sent();
    count.delivered();
    count.sent();
    count.delivered();
    assertIs(2, 0, 0, Optional.empty());
  }

  @Test
  void theLastReasonStays() {
    count.sent();
    count.lost("status 500");
    count.sent();
    count.lost("status 503");
    count.sent();
    count.delivered();
    assertIs(3, 2, 0, Optional.of("status 503"));
  }

  @Test
  void whatWasDueMeanwhileIsLostToo() {
    count.sent();
    count.delivered();
    count.skipped(2);
    assertIs(3, 2, 2, Optional.of("the export before took too long"));
  }

  @Test
  void whyAnExportTookLongSaysMore() {
    count.sent();
    count.lost("no answer within 2s");
    count.skipped(1);
    assertIs(2, 2, 1, Optional.of("no answer within 2s"));
  }

  @Test
  void whatIsStillUnderWayIsLost() {
    count.sent();
    assertIs(1, 1, 0, Optional.of("no answer before the end"));
  }

  private void assertIs(long exports, long lost, long skipped, Optional<String> reason) {
    assertThat(count.metrics(TARGET))
        .isEqualTo(new LiveMetrics(TARGET, exports, lost, skipped, reason));
  }
}

package io.chainbridge.shadow.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.util.Arrays;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class AcceptedBodiesTest {
  private final AcceptedBodies accepted = new AcceptedBodies();

  @Property
  void containsOnlyWhatWasAddedTwice(@ForAll byte[] added, @ForAll byte[] other) {
    AcceptedBodies bodies = new AcceptedBodies();
    bodies.add(read(bodies, other));
    bodies.add(read(bodies, added));
    bodies.add(read(bodies, added));
    for (int time = 1; time <= 3; time++) {
      assertThat(bodies.contains(read(bodies, added))).isTrue();
      assertThat(bodies.contains(read(bodies, other))).isEqualTo(Arrays.equals(added, other));
    }
  }

  private static ReadBody read(AcceptedBodies bodies, byte[] body) {
    return bodies.read(new ByteArrayInputStream(body));
  }

  @Test
  void containsNothingAtFirst() {
    assertThat(accepted.contains(read(accepted, new byte[0]))).isFalse();
  }

  @Test
  void largeBodiesAreNotKept() {
    assertThat(contains(new byte[256 * 1024])).isTrue();
    assertThat(contains(new byte[256 * 1024 + 1])).isFalse();
  }

  private boolean contains(byte[] body) {
    accepted.add(read(accepted, body));
    accepted.add(read(accepted, body));
    return accepted.contains(read(accepted, body));
  }

  @Test
  void atMost64AreKept() {
    IntStream.range(0, 10_000).forEach(length -> contains(new byte[length]));
    assertThat(
            IntStream.range(0, 10_000)
                .filter(length -> accepted.contains(read(accepted, new byte[length]))))
        .hasSizeLessThanOrEqualTo(64)
        .contains(9_999);
  }
}

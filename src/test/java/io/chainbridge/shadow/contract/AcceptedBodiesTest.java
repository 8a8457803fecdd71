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
    bodies.add(read(other));
    bodies.add(read(added));
    bodies.add(read(added));
    assertThat(bodies.contains(read(added))).isTrue();
    assertThat(bodies.contains(read(other))).isEqualTo(Arrays.equals(added, other));
  }

  private static ReadBody read(byte[] body) {
    return ReadBody.of(new ByteArrayInputStream(body));
  }

  @Test
  void containsNothingAtFirst() {
    assertThat(accepted.contains(read(new byte[0]))).isFalse();
  }

  @Test
  void largeBodiesAreNotKept() {
    assertThat(contains(new byte[256 * 1024])).isTrue();
    assertThat(contains(new byte[256 * 1024 + 1])).isFalse();
  }

  private boolean contains(byte[] body) {
    accepted.add(read(body));
    accepted.add(read(body));
    return accepted.contains(read(body));
  }

  @Test
  void atMost64AreKept() {
    IntStream.range(0, 10_000).forEach(length -> contains(new byte[length]));
    assertThat(
            IntStream.range(0, 10_000).filter(length -> accepted.contains(read(new byte[length]))))
        .hasSizeLessThanOrEqualTo(64)
        .contains(9_999);
  }
}

package io.chainbridge.shadow.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.Arrays;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class AcceptedBodiesTest {
  private final AcceptedBodies accepted = new AcceptedBodies();

  @Property
  void containsOnlyWhatWasAdded(@ForAll byte[] added, @ForAll byte[] other) {
    AcceptedBodies bodies = new AcceptedBodies();
    assertThat(bodies.contains(stream(added))).isFalse();
    bodies.add(added);
    assertThat(bodies.contains(stream(added.clone()))).isTrue();
    assertThat(bodies.contains(stream(other))).isEqualTo(Arrays.equals(added, other));
  }

  private static InputStream stream(byte[] body) {
    return new ByteArrayInputStream(body);
  }

  @Test
  void largeBodiesAreNotKept() {
    accepted.add(new byte[256 * 1024]);
    accepted.add(new byte[256 * 1024 + 1]);
    assertThat(accepted.contains(stream(new byte[256 * 1024]))).isTrue();
    assertThat(accepted.contains(stream(new byte[256 * 1024 + 1]))).isFalse();
  }

  @Test
  void atMost64AreKept() {
    IntStream.range(0, 10_000).forEach(length -> accepted.add(new byte[length]));
    assertThat(
            IntStream.range(0, 10_000)
                .filter(length -> accepted.contains(stream(new byte[length]))))
        .hasSizeLessThanOrEqualTo(64)
        .contains(9_999);
  }
}

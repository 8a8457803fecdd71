package io.chainbridge.shadow.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.time.Instant;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class GatlingLogTest {

  @Test
  void readsEveryKindOfRecord() throws IOException {
    LogSample.Reading reading = LogSample.read(LogSample.everyKind().bytes());

    assertThat(reading.events()).isEqualTo(LogSample.EVENTS);
    assertThat(reading.summary())
        .isEqualTo(
            new GatlingLog.Summary(
                new GatlingLog.Header(
                    "3.15.1",
                    "shadow.Probe",
                    Instant.ofEpochMilli(GatlingLogWriter.START),
                    "first try",
                    List.of("probe", "été")),
                new LogEnding.Complete(),
                8));
    assertThat(reading.summary().ending().complete()).isTrue();
    assertThat(reading.summary().ending().text()).isEqualTo("complete");
  }

  @Test
  void aLogCutAnywhereGivesTheRecordsBeforeTheCut() throws IOException {
    LogSample sample = LogSample.everyKind();
    for (int length = sample.headerEnd(); length < sample.bytes().length; length++) {
      LogSample.Reading reading = LogSample.read(sample.cut(length));

      assertThat(reading.events()).as("cut at %d", length).isEqualTo(sample.events(length));
      assertThat(reading.summary().records()).isEqualTo(sample.records(length));
      int whole = sample.ends().get(sample.records(length));
      assertThat(reading.summary().ending())
          .isEqualTo(
              whole == length
                  ? new LogEnding.Complete()
                  : new LogEnding.Truncated(whole, length - whole));
    }
  }

  @Test
  void aLogCutInItsHeaderIsRefused() throws IOException {
    LogSample sample = LogSample.everyKind();
    for (int length = 1; length < sample.headerEnd(); length++) {
      byte[] cut = sample.cut(length);
      assertThatThrownBy(() -> LogSample.read(cut))
          .isInstanceOf(GatlingLogException.class)
          .hasMessage(
              "simulation.log: ends inside its header, after %d bytes: the run was killed before"
                      .formatted(length)
                  + " its first requests, or the copy is incomplete. Copy or run it again.");
    }
  }

  @Test
  void aWrongByteAnywhereSparesTheRecordsBeforeIt() throws IOException {
    LogSample sample = LogSample.everyKind();
    SplittableRandom random = new SplittableRandom(1);
    for (int at = 0; at < sample.bytes().length; at++) {
      for (int attempt = 0; attempt < 10; attempt++) {
        byte[] bytes = sample.bytes().clone();
        bytes[at] = (byte) random.nextInt(256);
        try {
          LogSample.Reading reading = LogSample.read(bytes);
          if (at >= sample.headerEnd()) {
            assertThat(reading.events()).startsWith(sample.events(at).toArray(String[]::new));
          }
        } catch (GatlingLogException e) {
          assertThat(at).as(e.getMessage()).isLessThan(sample.headerEnd());
        }
      }
    }
  }

  @Property(tries = 200)
  void anyTextComesBackWithItsLineBreaksAsSpaces(
      @ForAll @Size(max = 20) List<@StringLength(max = 300) String> names,
      @ForAll @IntRange(max = 4) int copies)
      throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    List<String> written = new ArrayList<>();
    try (GatlingLogWriter log = new GatlingLogWriter(bytes).header("S", "", List.of())) {
      for (int copy = 0; copy < copies; copy++) {
        for (String name : names) {
          String encodable = name.replaceAll("\\p{Cs}", "?");
          log.request(names.subList(0, 0), encodable, 0, 1, true, "");
          written.add("request " + encodable.replaceAll("[\n\r\t]", " ") + " 0-1 OK ''");
        }
      }
    }
    List<String> events = LogSample.read(bytes.toByteArray()).events();
    assertThat(events.subList(1, events.size())).isEqualTo(written);
  }

  @Test
  void recordsAndStringsMayLieAcrossBlocks() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    List<String> written = new ArrayList<>();
    try (GatlingLogWriter log = new GatlingLogWriter(bytes).header("S", "", List.of())) {
      for (int i = 0; i < 500; i++) {
        String name = (i % 2 == 0 ? "東" : "x").repeat(i * 8) + i;
        log.request(List.of("group " + i), name, i, 2 * i, false, "why " + i);
        written.add("request %s %d-%d KO 'why %d'".formatted(name, i, 2 * i, i));
      }
    }
    assertThat(bytes.size()).isGreaterThan(1 << 20);
    List<String> events = LogSample.read(bytes.toByteArray()).events();
    assertThat(events.subList(1, events.size())).isEqualTo(written);
  }

  @Test
  void equalNamesAndMessagesAreOneInstance() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GatlingLogWriter log = new GatlingLogWriter(bytes).header("S", "", List.of())) {
      for (int i = 0; i < 100; i++) {
        log.request(List.of(), "stats", i, i, false, " slow ").error("events: gone ", i);
      }
    }
    IdentityHashMap<String, Integer> instances = new IdentityHashMap<>();
    GatlingLog.read(
        LogSample.FILE,
        Channels.newChannel(new ByteArrayInputStream(bytes.toByteArray())),
        new GatlingLog.Listener() {
          @Override
          public void request(String name, long startMs, long endMs, boolean ok, String message) {
            instances.merge(name, 1, Integer::sum);
            instances.merge(message, 1, Integer::sum);
          }

          @Override
          public void error(String message, long atMs) {
            instances.merge(message, 1, Integer::sum);
          }
        });
    assertThat(instances.values()).containsExactly(100, 100, 100);
    assertThat(instances.keySet().stream().sorted())
        .containsExactly("events: gone", "slow", "stats");
  }
}

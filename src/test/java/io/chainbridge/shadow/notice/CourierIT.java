package io.chainbridge.shadow.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Messages get to servers that behave in many ways, or a warning says in time that they do not. */
@Timeout(120)
class CourierIT {
  private static final String LEAK = "/hooks/s3cr3t-7d1e?sig=s3cr3t";

  /** So little that a test is soon over. */
  private static final Duration PATIENCE = Duration.ofSeconds(3);

  private final Courier courier = new Courier(PATIENCE, Duration.ofMillis(700));

  /** For what fails until the time is over. */
  private final Courier brief = new Courier(Duration.ofMillis(1_500), Duration.ofMillis(400));

  @Test
  void aMessageThatIsTakenIsSentOnceAsItIs() {
    try (Receiver slack = Receiver.answering(200)) {
      assertThat(deliver(slack.at(LEAK), "{\"text\": \"\u6771\"}")).isEmpty();
      assertThat(slack.posts())
          .containsExactly(
              new Receiver.Post(LEAK, "application/json; charset=utf-8", "{\"text\": \"\u6771\"}"));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {429, 500, 502, 503})
  void whatFailsInPassingIsTriedAgain(int status) {
    try (Receiver slack = Receiver.answering(status, status, 202)) {
      assertThat(deliver(slack.at(LEAK), "{}")).isEmpty();
      assertThat(slack.posts()).hasSize(3);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 401, 403, 404, 410})
  void whatIsRefusedIsNotTriedAgain(int status) {
    try (Receiver slack = Receiver.answering(status)) {
      assertThat(deliver(slack.at(LEAK), "{}"))
          .containsExactly("Slack was not told: it answered " + status);
      assertThat(slack.posts()).hasSize(1);
    }
  }

  @Test
  void whatFailsForEverIsGivenUpInTime() {
    try (Receiver slack = Receiver.answering(500)) {
      assertThat(inTime(() -> deliver(brief, slack.at(LEAK), "{}")))
          .singleElement()
          .asString()
          .matches("Slack was not told: it answered 500, after [2-9] tries");
    }
  }

  @Test
  void aSecretAddressIsNotPassedOnByARedirect() {
    try (Receiver elsewhere = Receiver.answering(200);
        Receiver slack =
            Receiver.answering(
                (exchange, number) -> {
                  exchange
                      .getResponseHeaders()
                      .set("Location", elsewhere.at("/elsewhere").toString());
                  exchange.sendResponseHeaders(307, -1);
                })) {
      assertThat(deliver(slack.at(LEAK), "{}"))
          .containsExactly("Slack was not told: it answered 307, and redirects are not followed");
      assertThat(elsewhere.posts()).isEmpty();
      assertThat(slack.posts()).hasSize(1);
    }
  }

  /** Gatling's plugin gives its JVM one where nobody listens. */
  @Test
  void aProxyOfThisJvmIsNotAsked() throws IOException {
    ProxySelector before = ProxySelector.getDefault();
    ProxySelector.setDefault(
        ProxySelector.of(new InetSocketAddress(InetAddress.getLoopbackAddress(), freePort())));
    try (Receiver slack = Receiver.answering(200)) {
      assertThat(new Courier(PATIENCE, PATIENCE).deliver(List.of(to(slack)))).isEmpty();
    } finally {
      ProxySelector.setDefault(before);
    }
  }

  private static Delivery to(Receiver slack) {
    return new Delivery(Channel.SLACK, slack.at(LEAK), List.of("{}"));
  }

  @ParameterizedTest
  @CsvSource({"429, false", "429, true", "503, false"})
  void whoAsksToWaitIsWaitedFor(int status, boolean date) {
    Instant begin = Instant.now();
    try (Receiver slack = asking(status, () -> date ? date(begin.plusSeconds(2)) : "1", 1)) {
      assertThat(deliver(slack.at(LEAK), "{}")).isEmpty();
      assertThat(slack.posts()).hasSize(2);
      assertThat(Duration.between(begin, Instant.now()))
          .isGreaterThanOrEqualTo(Duration.ofMillis(900));
    }
  }

  @Test
  void whoAsksToWaitTooLongIsGivenUpAtOnce() {
    try (Receiver slack = asking(429, () -> "3600", Integer.MAX_VALUE)) {
      assertThat(deliver(slack.at(LEAK), "{}"))
          .containsExactly(
              "Slack was not told: it answered 429 and asks to wait 3,600 s, longer than is left of"
                  + " 3 s");
      assertThat(slack.posts()).hasSize(1);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"soon", "-1", "0", "Thu, 01 Jan 1970 00:00:00 GMT", "1e9"})
  void whoAsksForNonsenseIsTriedAgainButNotAtOnce(String nonsense) {
    try (Receiver slack = asking(429, () -> nonsense, Integer.MAX_VALUE)) {
      assertThat(inTime(() -> deliver(brief, slack.at(LEAK), "{}"))).hasSize(1);
      assertThat(slack.posts()).hasSizeBetween(2, 7);
    }
  }

  private static Receiver asking(int status, Supplier<String> retryAfter, int times) {
    return Receiver.answering(
        (exchange, number) -> {
          exchange.getResponseHeaders().set("Retry-After", retryAfter.get());
          exchange.sendResponseHeaders(number < times ? status : 200, -1);
        });
  }

  private static String date(Instant instant) {
    return DateTimeFormatter.RFC_1123_DATE_TIME.format(instant.atOffset(ZoneOffset.UTC));
  }

  @Test
  void channelsDoNotWaitForEachOther() throws IOException {
    try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Receiver teams = Receiver.answering(200)) {
      List<String> warnings =
          inTime(
              () ->
                  warnings(
                      brief,
                      new Delivery(Channel.SLACK, at(silent), List.of("{}")),
                      new Delivery(Channel.WEBHOOK, at(silent), List.of("{}")),
                      new Delivery(Channel.PAGERDUTY, at(silent), List.of("{}", "{}", "{}")),
                      new Delivery(Channel.TEAMS, teams.at(LEAK), List.of("{}"))));
      assertThat(warnings)
          .hasSize(3)
          .anyMatch(warning -> warning.contains("(3 of 3 messages failed)"))
          .noneMatch(warning -> warning.contains("Teams"));
      assertThat(teams.posts()).hasSize(1);
    }
  }

  @Test
  void theMessagesOfAChannelGoInOrderAndOneThatIsRefusedDoesNotStopTheOthers() {
    try (Receiver pagerDuty = Receiver.answering(202, 400, 202)) {
      List<String> bodies =
          IntStream.range(0, 100).mapToObj(i -> "{\"n\": %d}".formatted(i)).toList();
      assertThat(
              warnings(
                  courier, new Delivery(Channel.PAGERDUTY, pagerDuty.at("/v2/enqueue"), bodies)))
          .containsExactly("PagerDuty was not told: it answered 400 (1 of 100 messages failed)");
      assertThat(pagerDuty.posts()).extracting(Receiver.Post::body).isEqualTo(bodies);
    }
  }

  @Test
  void aDeliveryShowsNoSecret() {
    assertThat(new Delivery(Channel.SLACK, URI.create("https://h" + LEAK), List.of(LEAK)))
        .hasToString("1 to Slack");
  }

  /** With the time that a run has. */
  @Test
  void fifteenSecondsAreTheMost() throws IOException {
    try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      Instant begin = Instant.now();
      assertThat(
              new Courier()
                  .deliver(List.of(new Delivery(Channel.TEAMS, at(silent), List.of("{}", "{}")))))
          .hasSize(1);
      assertThat(Duration.between(begin, Instant.now())).isBetween(secs(14), secs(18));
    }
  }

  private static Duration secs(int seconds) {
    return Duration.ofSeconds(seconds);
  }

  private List<String> deliver(URI address, String body) {
    return deliver(courier, address, body);
  }

  private static List<String> deliver(Courier courier, URI address, String body) {
    return warnings(courier, new Delivery(Channel.SLACK, address, List.of(body)));
  }

  private static List<String> warnings(Courier courier, Delivery... deliveries) {
    return courier.deliver(List.of(deliveries)).stream().map(NotTold::warning).toList();
  }

  /** Generous, since the machine may be busy. */
  private static <T> T inTime(Supplier<T> action) {
    Instant begin = Instant.now();
    T result = action.get();
    assertThat(Duration.between(begin, Instant.now())).isLessThan(PATIENCE.plusSeconds(3));
    return result;
  }

  private static URI at(ServerSocket socket) {
    return URI.create("http://127.0.0.1:" + socket.getLocalPort() + LEAK);
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}

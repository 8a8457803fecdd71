package io.chainbridge.shadow.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.databind.JsonNode;
import io.chainbridge.shadow.Golden;
import io.chainbridge.shadow.settings.NoticeSettings;
import io.chainbridge.shadow.settings.Secret;
import io.chainbridge.shadow.settings.Shape;
import io.chainbridge.shadow.trend.Past;
import io.chainbridge.shadow.trend.PastRun;
import io.chainbridge.shadow.trend.Subject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What each channel is told of each occasion: the words, and that the vendor takes it. */
class MessagesTest {
  private static final Map<String, String> JOB =
      Map.of(
          "GITHUB_SERVER_URL", "https://github.com",
          "GITHUB_REPOSITORY", "chainbridge/shadow",
          "GITHUB_RUN_ID", "42");

  private static final Notifier NOTIFIER = notifier(JOB);

  private static Notifier notifier(Map<String, String> environment) {
    return new Notifier(NoticeSettings.read(Map.of(), Map.of()), environment);
  }

  static Stream<Arguments> messages() {
    return Stream.of(
            told("breach", Told.stats(89).afterBroken("stats").afterBroken("stats")),
            told("recovery", Told.stats(12).afterBroken("stats").afterBroken("stats")),
            told("approaching", Told.stats(70).afterPassed()),
            told(
                "hostile",
                Told.failing(Told.HOSTILE)
                    .onBranch("main")
                    .afterBroken("stats")
                    .afterBroken("stats")),
            arguments("summary", NOTIFIER.messages(week())))
        .flatMap(MessagesTest::byChannel);
  }

  private static Arguments told(String name, Told told) {
    return arguments(name, NOTIFIER.messages(told.run()));
  }

  @SuppressWarnings("unchecked")
  private static Stream<Arguments> byChannel(Arguments named) {
    return ((Map<Channel, List<String>>) named.get()[1])
        .entrySet().stream()
            .map(entry -> arguments(named.get()[0], entry.getKey(), entry.getValue()));
  }

  /** Ten runs of a week, of which one broke; the figures of ten before tell the trend. */
  private static Summary week() {
    List<PastRun> runs = new ArrayList<>();
    IntStream.range(0, 20).mapToObj(day -> Past.run(day, day == 15 ? 89 : 20)).forEach(runs::add);
    Subject fix =
        new Subject(
            "shadow", Shape.LOAD, "http://127.0.0.1:8000", Optional.empty(), Optional.of("fix"));
    IntStream.range(14, 18).mapToObj(day -> Past.run(fix, day, 80)).forEach(runs::add);
    return Summary.of(
        runs, Past.START.plusSeconds(10 * 86_400), Past.START.plusSeconds(20 * 86_400));
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("messages")
  void isWhatTheGoldenFileSaysAndTheVendorTakesIt(
      String name, Channel channel, List<String> bodies) {
    bodies.forEach(body -> VendorLimits.check(channel, body));
    new Golden("notice/%s-%s.json".formatted(name, channel.name().toLowerCase(Locale.ROOT)))
        .assertIs(String.join("", bodies));
  }

  @Test
  void theTableAboveHasEveryOccasionAndChannel() {
    assertThat(messages().map(message -> message.get()[0] + " " + message.get()[1]))
        .contains(
            "breach PagerDuty",
            "recovery PagerDuty",
            "approaching Microsoft Teams",
            "summary the webhook")
        .doesNotContain("approaching PagerDuty", "summary PagerDuty")
        .hasSize(4 + 4 + 3 + 4 + 3);
  }

  @Test
  void aTerminalIsToldTheSameOfAWeek() {
    new Golden("notice/summary.txt").assertIs(SummaryText.write(week()));
  }

  @Test
  void aWeekWithoutRunsSaysSo() {
    Summary none = Summary.of(List.of(), Past.START, Past.START.plusSeconds(60));
    assertThat(SummaryText.write(none)).contains("no run of any gate in that time");
    NOTIFIER
        .messages(none)
        .forEach((channel, bodies) -> bodies.forEach(body -> VendorLimits.check(channel, body)));
  }

  /** Two hundred endpoints whose names alone are longer than a message. */
  @ParameterizedTest
  @EnumSource(
      value = Channel.class,
      names = {"SLACK", "TEAMS"})
  void moreThanThereIsRoomForIsCutAndCounted(Channel channel) {
    ToldRun run = Told.crowd(200).run();
    String body = NOTIFIER.messages(run).get(channel).get(0);
    VendorLimits.check(channel, body);
    int shown = body.split("\u2022 ", -1).length - 2;
    assertThat(body).contains("\u2022 and %,d more".formatted(run.reasons().size() - shown));
    assertThat(shown).isBetween(5, 30);
  }

  @Test
  void everyEndpointOfACrowdIsAnIncidentOfItsOwn() {
    NoticeSettings atOnce = NoticeSettings.read(Map.of("notice.pagerdutyAfter", "1"), Map.of());
    List<String> events =
        new Notifier(atOnce, JOB).messages(Told.crowd(200).run()).get(Channel.PAGERDUTY);
    assertThat(events).hasSize(200);
    assertThat(
            events.stream()
                .map(event -> VendorLimits.check(Channel.PAGERDUTY, event))
                .map(event -> event.path("dedup_key").asText()))
        .doesNotHaveDuplicates();
  }

  @Test
  void aHundredBranchesOfAWeekAreCutAndCounted() {
    List<PastRun> runs =
        IntStream.range(0, 100)
            .mapToObj(
                i ->
                    Past.run(
                        new Subject(
                            Told.HOSTILE,
                            Shape.PROBE,
                            Told.HOSTILE,
                            Optional.empty(),
                            Optional.of(Told.HOSTILE + i)),
                        i % 7,
                        i % 2 == 0 ? 12 : 89))
            .toList();
    Summary summary = Summary.of(runs, Past.START, Past.START.plusSeconds(7 * 86_400));
    Map<Channel, List<String>> messages = NOTIFIER.messages(summary);
    messages.forEach(
        (channel, bodies) -> bodies.forEach(body -> VendorLimits.check(channel, body)));
    assertThat(messages.get(Channel.SLACK).get(0)).containsPattern("and \\d+ more parts");
    assertThat(messages.get(Channel.TEAMS).get(0)).containsPattern("and \\d+ more parts");
  }

  /** Slack acts on what stands between angle brackets, and on words unless they are verbatim. */
  @Test
  void slackMakesNoMentionAndNoLinkOfHostileWords() {
    JsonNode slack = VendorLimits.parse(hostile().get(Channel.SLACK).get(0));
    assertThat(slack.findValuesAsText("text"))
        .allSatisfy(
            text ->
                assertThat(text.replaceAll("^<https://github.com/[^<>]*\\|Job>$", ""))
                    .doesNotContain("<", ">", "`", "\u202e", "\n"));
    assertThat(
            slack.findParents("type").stream()
                .filter(text -> text.path("type").asText().equals("mrkdwn")))
        .isNotEmpty()
        .allMatch(text -> text.path("verbatim").asBoolean());
    assertThat(slack.toString()).contains("&lt;!channel&gt;");
  }

  /** Text blocks know Markdown, text runs do not; mentions need entities. */
  @Test
  void teamsMakesNoMentionAndNoLinkOfHostileWords() {
    JsonNode teams = VendorLimits.parse(hostile().get(Channel.TEAMS).get(0));
    assertThat(teams.findValuesAsText("type")).doesNotContain("TextBlock", "FactSet");
    assertThat(teams.findValue("msteams").has("entities")).isFalse();
    assertThat(teams.findValuesAsText("url"))
        .containsExactly("https://github.com/chainbridge/shadow/actions/runs/42");
  }

  @Test
  void withoutACiServerThereIsNoLink() {
    assertThat(notifier(Map.of()).messages(Told.stats(89).run()).toString())
        .doesNotContain("\"Job\"", "|Job>", "github.com", "client_url");
  }

  private static Map<Channel, List<String>> hostile() {
    return NOTIFIER.messages(
        Told.failing(Told.HOSTILE).afterBroken("stats").afterBroken("stats").run());
  }

  @Test
  void theKeyOfPagerDutyIsInItsEventAlone() {
    Secret key = new Secret("k3y".repeat(10) + "zz");
    ToldRun run = Told.stats(89).run();
    Incident incident = Incident.of(run, 1).get(0);
    assertThat(PagerDutyEvent.write(run, incident, key, Optional.empty())).contains(key.value());
    assertThat(NOTIFIER.messages(Told.stats(89).afterBroken("stats").afterBroken("stats").run()))
        .extractingByKey(Channel.PAGERDUTY)
        .asString()
        .contains("\"routing_key\" : \"***\"");
  }
}

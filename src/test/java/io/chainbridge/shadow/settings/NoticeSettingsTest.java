package io.chainbridge.shadow.settings;

import static io.chainbridge.shadow.settings.BadSettingsTest.problems;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Secrets come from the environment alone, and appear nowhere. */
class NoticeSettingsTest {
  private static final String LEAK = "s3cr3tT0ken";
  private static final String ADDRESS = "https://example.com/hook/" + LEAK;
  private static final Map<String, String> ALL =
      Map.of(
          "SHADOW_NOTICE_SLACK_WEBHOOK", ADDRESS + "1",
          "SHADOW_NOTICE_TEAMS_WEBHOOK", ADDRESS + "2?sig=%2F" + LEAK,
          "SHADOW_NOTICE_WEBHOOK", " " + ADDRESS + "3\n",
          "SHADOW_NOTICE_PAGERDUTY_ROUTING_KEY", LEAK + "x".repeat(32 - LEAK.length()));

  @Test
  void areReadFromTheEnvironment() {
    NoticeSettings notices = Settings.read(Shape.PROBE, Map.of(), ALL).notices();
    assertThat(notices.slack().map(Secret::value)).contains(ADDRESS + "1");
    assertThat(notices.teams().map(Secret::value)).contains(ADDRESS + "2?sig=%2F" + LEAK);
    assertThat(notices.webhook().map(Secret::value)).contains(ADDRESS + "3");
    assertThat(notices.pagerDuty().orElseThrow().value()).startsWith(LEAK).hasSize(32);
    assertThat(NoticeSettings.read(Map.of(), ALL)).isEqualTo(notices);
    assertThat(NoticeSettings.secretVariables()).isEqualTo(ALL.keySet());
  }

  @Test
  void areShownNowhere() {
    Settings settings = Settings.read(Shape.PROBE, Map.of(), ALL);
    assertThat(settings.toString()).doesNotContain(LEAK);
    assertThat(settings.resolved())
        .contains(
            new ResolvedSetting("notice.slackWebhook", "***", "environment"),
            new ResolvedSetting("notice.pagerdutyRoutingKey", "***", "environment"),
            new ResolvedSetting("notice.pagerdutyAfter", "3", "default"));
  }

  @ParameterizedTest
  @CsvSource({
    "notice.slackWebhook, SHADOW_NOTICE_SLACK_WEBHOOK",
    "notice.teamsWebhook, SHADOW_NOTICE_TEAMS_WEBHOOK",
    "notice.webhook, SHADOW_NOTICE_WEBHOOK",
    "notice.pagerdutyRoutingKey, SHADOW_NOTICE_PAGERDUTY_ROUTING_KEY"
  })
  void areRefusedAsPropertiesByWhatToUseInstead(String property, String variable) {
    String message =
        "-D%s: is a secret, and everyone on this machine can read a command line; set the environment variable %s instead"
            .formatted(property, variable);
    assertThat(problems(Map.of(property, ADDRESS), Map.of())).containsExactly(message);
    assertThat(problems(Map.of(property, ADDRESS), ALL)).containsExactly(message);
    assertThat(problems(Map.of(property, ""), Map.of())).containsExactly(message);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://example.com/" + LEAK,
        "http://127.0.0.1.example.com/" + LEAK,
        "http://localhost/" + LEAK,
        "https://ada:pa55@example.com/" + LEAK,
        "https://example.com/#" + LEAK,
        "https://example.com:0/" + LEAK,
        "https:///" + LEAK,
        "ftp://example.com/" + LEAK,
        "file:///tmp/" + LEAK,
        "//example.com/" + LEAK,
        "https://example.com/a b" + LEAK,
        LEAK
      })
  void addressesThatCarryNoSecretAreRefusedWithoutBeingRepeated(String address) {
    assertThat(problems(Map.of(), Map.of("SHADOW_NOTICE_SLACK_WEBHOOK", address)))
        .containsExactly(
            "SHADOW_NOTICE_SLACK_WEBHOOK=***: must be an https address, or an http one of 127.0.0.1"
                + " or [::1], without credentials before the host and without fragment; for example"
                + " SHADOW_NOTICE_SLACK_WEBHOOK=https://hooks.slack.com/services/...");
    assertThatThrownBy(
            () -> NoticeSettings.read(Map.of(), Map.of("SHADOW_NOTICE_WEBHOOK", address)))
        .hasMessageStartingWith("SHADOW_NOTICE_WEBHOOK=***: must be an https address");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://127.0.0.1:8080/x",
        "http://127.1.2.3/x",
        "http://[::1]:80/x",
        "HTTPS://example.com"
      })
  void otherAddressesAreTaken(String address) {
    assertThat(
            NoticeSettings.read(Map.of(), Map.of("SHADOW_NOTICE_WEBHOOK", address))
                .webhook()
                .map(Secret::value))
        .contains(address);
  }

  @ParameterizedTest
  @ValueSource(strings = {"short", "0123456789012345678901234567890-", "https://example.com/x"})
  void aKeyThatIsNoneIsRefusedWithoutBeingRepeated(String key) {
    assertThat(problems(Map.of(), Map.of("SHADOW_NOTICE_PAGERDUTY_ROUTING_KEY", key)))
        .singleElement()
        .asString()
        .startsWith("SHADOW_NOTICE_PAGERDUTY_ROUTING_KEY=***: must be the integration key")
        .doesNotContain(key);
  }

  @ParameterizedTest
  @CsvSource({
    "notice.slackWebhok, SHADOW_NOTICE_SLACK_WEBHOOK",
    "slackWebhook, SHADOW_NOTICE_SLACK_WEBHOOK",
    "teams.webhook, SHADOW_NOTICE_TEAMS_WEBHOOK",
    "notice.pagerdutyafter, -Dnotice.pagerdutyAfter"
  })
  void aMisspeltPropertyIsToldWhatToSet(String misspelt, String meant) {
    assertThat(problems(Map.of(misspelt, ADDRESS), Map.of()))
        .containsExactly("-D%s: unknown setting. Did you mean %s?".formatted(misspelt, meant));
  }

  @Test
  void anUnknownOneListsThoseThereAre() {
    assertThat(problems(Map.of("notice.email", LEAK), Map.of()))
        .containsExactly(
            "-Dnotice.email: unknown setting; allowed: SHADOW_NOTICE_SLACK_WEBHOOK,"
                + " SHADOW_NOTICE_TEAMS_WEBHOOK, SHADOW_NOTICE_WEBHOOK,"
                + " SHADOW_NOTICE_PAGERDUTY_ROUTING_KEY, notice.pagerdutyAfter,"
                + " notice.pagerdutyUrl");
  }

  @ParameterizedTest
  @CsvSource({"https://h/v2, path", "https://h?x=1, query", "http://h, https address"})
  void thePlaceOfPagerDutyIsAHost(String address, String allowed) {
    assertThat(problems(Map.of("notice.pagerdutyUrl", address), Map.of()))
        .singleElement()
        .asString()
        .startsWith("-Dnotice.pagerdutyUrl=")
        .contains(allowed);
    Map<String, String> slash = Map.of("notice.pagerdutyUrl", "https://events.eu.pagerduty.com/");
    assertThat(NoticeSettings.read(slash, Map.of()).pagerDutyUrl())
        .isEqualTo(URI.create("https://events.eu.pagerduty.com"));
  }
}

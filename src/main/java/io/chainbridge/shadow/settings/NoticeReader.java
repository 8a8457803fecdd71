package io.chainbridge.shadow.settings;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads who is told of a run. */
final class NoticeReader {
  /** What properties of notices begin with. */
  static final String PREFIX = "notice.";

  private static final Pattern LOOPBACK =
      Pattern.compile("127(\\.\\d{1,3}){3}|\\[(::1|0:0:0:0:0:0:0:1)]");

  private static final String PLACES = "an https address, or an http one of 127.0.0.1 or [::1]";

  private static final Kind<Secret> WEBHOOK_ADDRESS =
      new Kind<>(
          PLACES + ", without credentials before the host and without fragment",
          text -> address(text).map(address -> new Secret(text)),
          found -> "",
          Secrecy.ENVIRONMENT_ONLY);

  private static final Kind<Secret> KEY =
      new Kind<>(
          "the integration key of an Events API v2 integration: 32 letters and digits",
          text -> Optional.of(text).filter(key -> key.matches("[0-9A-Za-z]{32}")).map(Secret::new),
          found -> "",
          Secrecy.ENVIRONMENT_ONLY);

  private static final Kind<URI> PAGERDUTY =
      new Kind<>(
          PLACES + ", without credentials, path, query or fragment",
          text ->
              address(text.endsWith("/") ? text.substring(0, text.length() - 1) : text)
                  .filter(uri -> uri.getRawPath().isEmpty() && uri.getRawQuery() == null));

  static final Setting<Secret> SLACK_WEBHOOK =
      new Setting<>(
          PREFIX + "slackWebhook",
          WEBHOOK_ADDRESS,
          "https://hooks.slack.com/services/...",
          Fallback.always("none"),
          "an incoming webhook of Slack that is told of breaches, recoveries and budgets that come near");

  static final Setting<Secret> TEAMS_WEBHOOK =
      new Setting<>(
          PREFIX + "teamsWebhook",
          WEBHOOK_ADDRESS,
          "https://example.logic.azure.com/workflows/...",
          Fallback.always("none"),
          "a workflow's webhook of Microsoft Teams that is told the same");

  static final Setting<Secret> PAGERDUTY_ROUTING_KEY =
      new Setting<>(
          PREFIX + "pagerdutyRoutingKey",
          KEY,
          "0123456789".repeat(3) + "ab",
          Fallback.always("none"),
          "the integration key by which PagerDuty is told of endpoints that stay broken on the main branch");

  static final Setting<Integer> PAGERDUTY_AFTER =
      new Setting<>(
          PREFIX + "pagerdutyAfter",
          Kind.wholeNumber(1, 100),
          "3",
          Fallback.always("3"),
          "how many runs in a row an endpoint breaks its budgets before PagerDuty is told");

  static final Setting<URI> PAGERDUTY_URL =
      new Setting<>(
          PREFIX + "pagerdutyUrl",
          PAGERDUTY,
          "https://events.eu.pagerduty.com",
          Fallback.always("https://events.pagerduty.com"),
          "where PagerDuty takes events");

  static final Setting<Secret> WEBHOOK =
      new Setting<>(
          PREFIX + "webhook",
          WEBHOOK_ADDRESS,
          "https://example.com/gate",
          Fallback.always("none"),
          "what else is told, as JSON");

  static final List<Setting<?>> ALL =
      List.of(
          SLACK_WEBHOOK,
          TEAMS_WEBHOOK,
          WEBHOOK,
          PAGERDUTY_ROUTING_KEY,
          PAGERDUTY_AFTER,
          PAGERDUTY_URL);

  private final SettingsReader reader;

  NoticeReader(SettingsReader reader) {
    this.reader = reader;
  }

  NoticeSettings read() {
    return new NoticeSettings(
        reader.find(SLACK_WEBHOOK),
        reader.find(TEAMS_WEBHOOK),
        reader.find(PAGERDUTY_ROUTING_KEY),
        reader.get(PAGERDUTY_URL),
        reader.get(PAGERDUTY_AFTER),
        reader.find(WEBHOOK));
  }

  /** Where a secret may go without others on the way reading it. */
  private static Optional<URI> address(String text) {
    try {
      URI uri = new URI(text);
      boolean sealed =
          "https".equalsIgnoreCase(uri.getScheme())
              || ("http".equalsIgnoreCase(uri.getScheme())
                  && LOOPBACK.matcher(String.valueOf(uri.getHost())).matches());
      boolean plain = uri.getRawUserInfo() == null && uri.getRawFragment() == null;
      boolean port = uri.getPort() != 0 && uri.getPort() <= 65_535;
      return sealed && plain && port && uri.getHost() != null ? Optional.of(uri) : Optional.empty();
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }
}

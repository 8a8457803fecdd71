package io.chainbridge.shadow.notice;

import io.chainbridge.shadow.settings.NoticeSettings;
import io.chainbridge.shadow.settings.Secret;
import java.net.URI;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Tells the channels that are set. Safe for use by many threads. */
public final class Notifier {
  private static final Secret HIDDEN = new Secret("***");

  private final NoticeSettings settings;
  private final Map<String, String> environment;

  /**
   * @param environment says which job of a CI server this is
   */
  public Notifier(NoticeSettings settings, Map<String, String> environment) {
    this.settings = settings;
    this.environment = Map.copyOf(environment);
  }

  /**
   * What was sent.
   *
   * @param channels that took all that there was to tell
   * @param warnings a sentence for each channel that did not; none holds an address or a key
   */
  public record Told(List<Channel> channels, List<String> warnings) {
    public Told {
      channels = List.copyOf(channels);
      warnings = List.copyOf(warnings);
    }
  }

  /** Whether any channel is set. */
  public boolean isSet() {
    return !addresses().isEmpty();
  }

  /** Tells of a run what there is to tell; takes 15 s at most. */
  public Told tell(ToldRun run) {
    return isSet()
        ? deliver(messages(run, settings.pagerDuty().orElse(HIDDEN)))
        : new Told(List.of(), List.of());
  }

  /** Tells what some days came to; takes 15 s at most. PagerDuty is not for that. */
  public Told tell(Summary summary) {
    return deliver(messages(summary));
  }

  /** What each channel would be told of a run, were it set; keys are hidden. */
  public Map<Channel, List<String>> messages(ToldRun run) {
    return messages(run, HIDDEN);
  }

  private Map<Channel, List<String>> messages(ToldRun run, Secret key) {
    Optional<URI> link = JobLink.find(environment);
    Map<Channel, List<String>> messages = new EnumMap<>(Channel.class);
    Notice.of(run)
        .ifPresent(
            notice -> {
              Message message = NoticeText.of(notice, link);
              messages.put(Channel.SLACK, List.of(SlackMessage.write(message)));
              messages.put(Channel.TEAMS, List.of(TeamsMessage.write(message)));
              messages.put(Channel.WEBHOOK, List.of(WebhookJson.write(notice, link)));
            });
    List<String> events =
        Incident.of(run, settings.pagerDutyAfter()).stream()
            .map(incident -> PagerDutyEvent.write(run, incident, key, link))
            .toList();
    if (!events.isEmpty()) {
      messages.put(Channel.PAGERDUTY, events);
    }
    return messages;
  }

  /** What each channel would be told of some days, were it set. */
  public Map<Channel, List<String>> messages(Summary summary) {
    Message message = SummaryText.of(summary);
    Map<Channel, List<String>> messages = new EnumMap<>(Channel.class);
    messages.put(Channel.SLACK, List.of(SlackMessage.write(message)));
    messages.put(Channel.TEAMS, List.of(TeamsMessage.write(message)));
    messages.put(Channel.WEBHOOK, List.of(WebhookJson.write(summary)));
    return messages;
  }

  private Told deliver(Map<Channel, List<String>> messages) {
    Map<Channel, URI> addresses = addresses();
    List<Delivery> deliveries = new ArrayList<>();
    messages.forEach(
        (channel, bodies) ->
            Optional.ofNullable(addresses.get(channel))
                .ifPresent(address -> deliveries.add(new Delivery(channel, address, bodies))));
    List<NotTold> failures = new Courier().deliver(deliveries);
    List<Channel> told = new ArrayList<>(deliveries.stream().map(Delivery::channel).toList());
    told.removeAll(failures.stream().map(NotTold::channel).toList());
    return new Told(told, failures.stream().map(NotTold::warning).toList());
  }

  private Map<Channel, URI> addresses() {
    Map<Channel, URI> addresses = new EnumMap<>(Channel.class);
    settings.slack().ifPresent(secret -> addresses.put(Channel.SLACK, URI.create(secret.value())));
    settings.teams().ifPresent(secret -> addresses.put(Channel.TEAMS, URI.create(secret.value())));
    settings
        .webhook()
        .ifPresent(secret -> addresses.put(Channel.WEBHOOK, URI.create(secret.value())));
    settings
        .pagerDuty()
        .ifPresent(
            key ->
                addresses.put(
                    Channel.PAGERDUTY, URI.create(settings.pagerDutyUrl() + "/v2/enqueue")));
    return addresses;
  }
}

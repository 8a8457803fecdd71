package io.chainbridge.shadow.settings;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Who is told of a run, by addresses that are secrets. Immutable.
 *
 * @param slack an incoming webhook; empty if Slack is not told
 * @param teams a workflow's webhook of Microsoft Teams; empty if Teams is not told
 * @param pagerDuty the routing key of an integration; empty if PagerDuty is not told
 * @param pagerDutyUrl where PagerDuty takes events, without a path
 * @param pagerDutyAfter how many runs in a row an endpoint breaks its budgets before PagerDuty is
 *     told, at least 1
 * @param webhook whatever takes JSON; empty if nothing does
 */
public record NoticeSettings(
    Optional<Secret> slack,
    Optional<Secret> teams,
    Optional<Secret> pagerDuty,
    URI pagerDutyUrl,
    int pagerDutyAfter,
    Optional<Secret> webhook) {

  /** The environment variables with the secrets, which are for this process alone. */
  public static Set<String> secretVariables() {
    return NoticeReader.ALL.stream()
        .filter(Setting::environmentOnly)
        .map(Setting::environment)
        .collect(Collectors.toSet());
  }

  /**
   * Reads these alone, for whoever tells of runs that are over.
   *
   * @throws InvalidInputException naming every value that makes no sense
   */
  public static NoticeSettings read(
      Map<String, String> properties, Map<String, String> environment) {
    SettingsReader reader = new SettingsReader(Shape.PROBE, properties, environment);
    NoticeSettings notices = new NoticeReader(reader).read();
    reader.throwIfAnyProblem();
    return notices;
  }
}

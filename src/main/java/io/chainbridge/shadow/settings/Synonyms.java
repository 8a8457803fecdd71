package io.chainbridge.shadow.settings;

import static java.util.Map.entry;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What settings are called elsewhere: by k6, JMeter, Locust, wrk, and by people in a hurry. */
final class Synonyms {
  /** In lower case, without separators. */
  private static final Map<String, Setting<?>> MEANT =
      Map.ofEntries(
          entry("url", Catalogue.BASE_URL),
          entry("target", Catalogue.BASE_URL),
          entry("targeturl", Catalogue.BASE_URL),
          entry("host", Catalogue.BASE_URL),
          entry("startcommand", StartReader.SERVICE_COMMAND),
          entry("healthcheck", StartReader.HEALTH_URL),
          entry("healthpath", StartReader.HEALTH_URL),
          entry("startuptimeout", StartReader.START_TIMEOUT),
          entry("requests", PaceSettings.ITERATIONS),
          entry("users", PaceSettings.CONCURRENCY),
          entry("virtualusers", PaceSettings.CONCURRENCY),
          entry("vus", PaceSettings.CONCURRENCY),
          entry("threads", PaceSettings.CONCURRENCY),
          entry("thinktime", PaceSettings.PAUSE),
          entry("rps", PaceSettings.RATE),
          entry("qps", PaceSettings.RATE),
          entry("arrivalrate", PaceSettings.RATE),
          entry("requesttimeout", Catalogue.TIMEOUT),
          entry("budget", Catalogue.BUDGETS),
          entry("budgetfile", Catalogue.BUDGETS),
          entry("gate", Catalogue.BUDGETS),
          entry("p95", Catalogue.P95_MS),
          entry("p99", Catalogue.P99_MS),
          entry("maxsize", Catalogue.MAX_SIZE_KB),
          entry("failurerate", Catalogue.MAX_FAILURE_RATE),
          entry("otlp", LiveReader.OTLP),
          entry("otlpendpoint", LiveReader.OTLP),
          entry("slackwebhook", NoticeReader.SLACK_WEBHOOK),
          entry("slackurl", NoticeReader.SLACK_WEBHOOK),
          entry("teamswebhook", NoticeReader.TEAMS_WEBHOOK),
          entry("teamsurl", NoticeReader.TEAMS_WEBHOOK),
          entry("pagerdutykey", NoticeReader.PAGERDUTY_ROUTING_KEY),
          entry("pagerdutyroutingkey", NoticeReader.PAGERDUTY_ROUTING_KEY),
          entry("webhookurl", NoticeReader.WEBHOOK),
          entry("events", Catalogue.REFERENCE_EVENTS),
          entry("eventskb", Catalogue.REFERENCE_EVENTS_KB),
          entry("seed", Catalogue.REFERENCE_SEED),
          entry("latency", Catalogue.REFERENCE_LATENCY),
          entry("delay", Catalogue.REFERENCE_LATENCY),
          entry("errorrate", Catalogue.REFERENCE_ERROR_RATE),
          entry("modelversion", Catalogue.REFERENCE_MODEL_VERSION));

  private Synonyms() {}

  /**
   * The setting that another name stands for, in whatever case and with whatever separators.
   *
   * @param name of a property, or of an environment variable less its prefix
   */
  static Optional<Setting<?>> of(String name) {
    return Optional.ofNullable(MEANT.get(name.toLowerCase(Locale.ROOT).replaceAll("[_.-]", "")));
  }
}

package io.chainbridge.shadow.notice;

/** A way to tell somebody. */
public enum Channel {
  SLACK("Slack"),
  TEAMS("Microsoft Teams"),
  WEBHOOK("the webhook"),
  PAGERDUTY("PagerDuty");

  private final String words;

  Channel(String words) {
    this.words = words;
  }

  @Override
  public String toString() {
    return words;
  }
}

package io.chainbridge.shadow.notice;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.chainbridge.shadow.report.Quotation;

/**
 * A message for a workflow's webhook of Microsoft Teams: an Adaptive Card. All words stand in text
 * runs, which unlike text blocks know no Markdown, so that nothing in them becomes a link, a
 * mention or any other mark.
 */
final class TeamsMessage {
  /** Less than the 28 KB that Teams takes. */
  static final int MOST_BYTES = 24 * 1024;

  private static final int LONGEST_LINE = 400;
  private static final ObjectMapper JSON = new ObjectMapper();

  private TeamsMessage() {}

  /** As JSON. */
  static String write(Message message) {
    return message.fitting(MOST_BYTES, TeamsMessage::json, text -> text.getBytes(UTF_8).length);
  }

  private static String json(Message message) {
    ObjectNode json = JSON.createObjectNode();
    json.put("type", "message");
    ObjectNode attachment = json.putArray("attachments").addObject();
    attachment.put("contentType", "application/vnd.microsoft.card.adaptive");
    attachment.putNull("contentUrl");
    card(attachment.putObject("content"), message);
    return json.toPrettyString() + "\n";
  }

  private static void card(ObjectNode card, Message message) {
    card.put("$schema", "http://adaptivecards.io/schemas/adaptive-card.json");
    card.put("type", "AdaptiveCard");
    card.put("version", "1.4");
    card.putObject("msteams").put("width", "Full");
    ArrayNode body = card.putArray("body");
    ObjectNode head = body.addObject();
    head.put("type", "Container");
    head.put("style", style(message.kind()));
    head.put("bleed", true);
    run(head.putArray("items"), message.title()).put("size", "large").put("weight", "bolder");
    message.facts().forEach(fact -> run(body, fact).put("isSubtle", true));
    for (Message.Section section : message.sections()) {
      if (!section.heading().isEmpty()) {
        run(body, section.heading()).put("weight", "bolder");
      }
      section.lines().forEach(line -> run(body, "\u2022 " + line));
    }
    message
        .link()
        .ifPresent(
            link ->
                card.putArray("actions")
                    .addObject()
                    .put("type", "Action.OpenUrl")
                    .put("title", "Job")
                    .put("url", link.toString()));
  }

  private static String style(Kind kind) {
    return switch (kind) {
      case BREACH -> "attention";
      case RECOVERY -> "good";
      case APPROACHING -> "warning";
      case SUMMARY -> "emphasis";
    };
  }

  /** Adds a line; returns its run. */
  private static ObjectNode run(ArrayNode parts, String words) {
    ObjectNode block = parts.addObject();
    block.put("type", "RichTextBlock");
    return block
        .putArray("inlines")
        .addObject()
        .put("type", "TextRun")
        .put("text", Quotation.of(words, LONGEST_LINE));
  }
}

package io.chainbridge.shadow.notice;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.gson.FieldNamingPolicy;
import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.slack.api.model.block.ContextBlock;
import com.slack.api.model.block.ContextBlockElement;
import com.slack.api.model.block.HeaderBlock;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.SectionBlock;
import com.slack.api.model.block.composition.MarkdownTextObject;
import com.slack.api.model.block.composition.PlainTextObject;
import io.chainbridge.shadow.report.Quotation;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A message for an incoming webhook of Slack, in Block Kit. Words from elsewhere are escaped, and
 * {@code verbatim} keeps Slack from making links and mentions of them.
 */
final class SlackMessage {
  /** Slack refuses blocks of somewhat more than 13,000 characters together. */
  static final int MOST_CHARACTERS = 10_000;

  private static final int LONGEST_TITLE = 140;
  private static final int LONGEST_LINE = 400;

  /** Of a block, less than the 3,000 that Slack takes. */
  private static final int LONGEST_TEXT = 2_900;

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Gson BLOCKS =
      new GsonBuilder()
          .setFieldNamingPolicy(FieldNamingPolicy.LOWER_CASE_WITH_UNDERSCORES)
          .disableHtmlEscaping()
          .create();

  private SlackMessage() {}

  /** As JSON. */
  static String write(Message message) {
    return message.fitting(MOST_CHARACTERS, SlackMessage::json, String::length);
  }

  private static String json(Message message) {
    ObjectNode json = JSON.createObjectNode();
    json.put("text", escaped(title(message)));
    try {
      json.set("blocks", JSON.readTree(BLOCKS.toJson(blocks(message))));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
    return json.toPrettyString() + "\n";
  }

  private static List<LayoutBlock> blocks(Message message) {
    List<LayoutBlock> blocks = new ArrayList<>();
    blocks.add(
        HeaderBlock.builder()
            .text(PlainTextObject.builder().text(title(message)).emoji(false).build())
            .build());
    if (!message.facts().isEmpty()) {
      blocks.add(context(message.facts().stream().map(SlackMessage::line)));
    }
    message
        .sections()
        .forEach(
            section ->
                texts(section)
                    .forEach(
                        text -> blocks.add(SectionBlock.builder().text(markdown(text)).build())));
    message
        .link()
        .ifPresent(
            link -> blocks.add(context(Stream.of("<%s|%s>".formatted(escaped("" + link), "Job")))));
    return blocks;
  }

  /** The lines of a section, each with a bullet, in as many texts as they need. */
  private static List<String> texts(Message.Section section) {
    List<String> texts = new ArrayList<>();
    StringBuilder text = new StringBuilder();
    if (!section.heading().isEmpty()) {
      text.append('*').append(line(section.heading()).replace('*', ' ')).append('*');
    }
    for (String line : section.lines()) {
      String bullet = "\u2022 " + line(line);
      if (text.length() + bullet.length() > LONGEST_TEXT) {
        texts.add(text.toString());
        text.setLength(0);
      }
      text.append(text.isEmpty() ? "" : "\n").append(bullet);
    }
    if (!text.isEmpty()) {
      texts.add(text.toString());
    }
    return texts;
  }

  private static ContextBlock context(Stream<String> texts) {
    return ContextBlock.builder()
        .elements(texts.map(text -> (ContextBlockElement) markdown(text)).toList())
        .build();
  }

  private static MarkdownTextObject markdown(String text) {
    return MarkdownTextObject.builder().text(text).verbatim(true).build();
  }

  private static String title(Message message) {
    return Quotation.of(message.title(), LONGEST_TITLE);
  }

  private static String line(String words) {
    return escaped(Quotation.of(words, LONGEST_LINE));
  }

  /** A grave would begin code that goes on in the next line. */
  private static String escaped(String words) {
    return words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('`', '\'');
  }
}

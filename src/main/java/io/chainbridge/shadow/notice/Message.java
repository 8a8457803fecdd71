package io.chainbridge.shadow.notice;

import io.chainbridge.shadow.report.Figures;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What people read, before it takes the form of a channel. Its words may come from anywhere: each
 * channel shows them so that they do nothing. Immutable.
 *
 * @param kind the occasion
 * @param title in one line
 * @param facts where and when, a line each
 * @param sections at least one
 * @param link to more
 */
record Message(
    Kind kind, String title, List<String> facts, List<Section> sections, Optional<URI> link) {
  private static final int MOST_LINES = 20;
  private static final int MOST_SECTIONS = 12;

  Message {
    facts = List.copyOf(facts);
    sections = List.copyOf(sections);
  }

  /**
   * Lines that belong together.
   *
   * @param heading empty for none
   */
  record Section(String heading, List<String> lines) {
    Section {
      lines = List.copyOf(lines);
    }

    private Section shortened(int most) {
      if (lines.size() <= most) {
        return this;
      }
      int more = lines.size() - most;
      return new Section(heading, with(lines.subList(0, most), more(more, "")));
    }
  }

  /** In a form that is as long as may be, with as many lines as that has room for. */
  String fitting(int most, Function<Message, String> form, Function<String, Integer> length) {
    for (int lines = MOST_LINES; lines > 0; lines--) {
      String text = form.apply(shortened(Math.min(MOST_SECTIONS, 2 * lines), lines));
      if (length.apply(text) <= most) {
        return text;
      }
    }
    return form.apply(shortened(0, 0));
  }

  private Message shortened(int mostSections, int mostLines) {
    List<Section> shown =
        sections.stream().limit(mostSections).map(section -> section.shortened(mostLines)).toList();
    int more = sections.size() - shown.size();
    return new Message(
        kind,
        title,
        facts,
        more == 0 ? shown : with(shown, new Section("", List.of(more(more, " parts")))),
        link);
  }

  private static String more(int more, String of) {
    return "and %s more%s".formatted(Figures.count(more), of);
  }

  private static <T> List<T> with(List<T> list, T last) {
    return Stream.concat(list.stream(), Stream.of(last)).toList();
  }
}

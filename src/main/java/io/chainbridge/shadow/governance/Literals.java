package io.chainbridge.shadow.governance;

import io.chainbridge.shadow.governance.SyntaxTree.Node;
import java.util.List;
import java.util.Optional;

/** What a string in the source says, where that can be read off it. */
final class Literals {
  private Literals() {}

  /** Empty for anything but a text without escapes and without values in it. */
  static Optional<String> text(Node node) {
    return switch (node.kind()) {
      case "string" -> plain(node);
      case "concatenated_string" -> joined(node.children());
      case "parenthesized_expression" ->
          node.children().size() == 1 && !node.children().get(0).is("parenthesized_expression")
              ? text(node.children().get(0))
              : Optional.empty();
      default -> Optional.empty();
    };
  }

  private static Optional<String> joined(List<Node> strings) {
    List<Optional<String>> texts = strings.stream().map(Literals::plain).toList();
    return texts.stream().allMatch(Optional::isPresent)
        ? Optional.of(String.join("", texts.stream().map(Optional::get).toList()))
        : Optional.empty();
  }

  private static Optional<String> plain(Node string) {
    StringBuilder text = new StringBuilder();
    for (Node part : string.children()) {
      switch (part.kind()) {
        case "string_start" -> {
          if (part.text().contains("b") || part.text().contains("B")) {
            return Optional.empty();
          }
        }
        case "string_content" -> {
          if (!part.children().isEmpty()) {
            return Optional.empty();
          }
          text.append(part.text());
        }
        case "string_end" -> {}
        default -> {
          return Optional.empty();
        }
      }
    }
    return Optional.of(text.toString());
  }
}

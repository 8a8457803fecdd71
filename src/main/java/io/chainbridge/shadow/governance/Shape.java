package io.chainbridge.shadow.governance;

import io.chainbridge.shadow.governance.SyntaxTree.Node;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What a file says of the form of its data: classes with their bases and decorators, fields with
 * annotation and value, and tables made by a call. Equal for two versions of a file exactly if none
 * of these changed: not its comments, its formatting, the bodies of its methods or the order of its
 * fields.
 *
 * @param parts what each part looks like, by its name: {@code Stats} for the class, {@code
 *     Stats.p95} for a field; the look is for comparing alone
 */
public record Shape(SortedMap<String, String> parts) {
  /** Keeps a copy. */
  public Shape {
    parts = Collections.unmodifiableSortedMap(new TreeMap<>(parts));
  }

  /** The names of the parts that two versions do not have the same, in alphabetical order. */
  public Set<String> differences(Shape other) {
    Set<String> names = new TreeSet<>(parts.keySet());
    names.addAll(other.parts.keySet());
    names.removeIf(name -> Objects.equals(parts.get(name), other.parts.get(name)));
    return names;
  }

  static Shape of(SyntaxTree tree, Scopes scopes) {
    SortedMap<String, String> parts = new TreeMap<>();
    for (int at = 0; at < tree.size(); at++) {
      Node node = tree.node(at);
      if (node.is("class_definition")) {
        parts.merge(scopes.name(node), header(node), Shape::both);
      } else if (node.is("assignment")) {
        String name = node.child("left").map(Names::name).orElse("");
        scopes
            .definition(node)
            .ifPresentOrElse(
                around -> {
                  if (around.is("class_definition")) {
                    parts.merge(scopes.name(around) + "." + name, look(node), Shape::both);
                  }
                },
                () -> {
                  if (isTable(node)) {
                    parts.merge(name, look(node), Shape::both);
                  }
                });
      }
    }
    return new Shape(parts);
  }

  /** A name that is given twice, in any order. */
  private static String both(String one, String other) {
    return Stream.concat(one.lines(), other.lines()).sorted().collect(Collectors.joining("\n"));
  }

  private static boolean isTable(Node assignment) {
    return assignment
        .child("right")
        .filter(value -> value.is("call"))
        .flatMap(call -> call.child("function"))
        .map(Node::text)
        .filter(callee -> callee.matches("(?s).*\\b(Table|create_model|NamedTuple|TypedDict|Enum)"))
        .isPresent();
  }

  private static String header(Node definition) {
    StringBuilder header = new StringBuilder();
    definition
        .parent()
        .filter(parent -> parent.is("decorated_definition"))
        .map(Node::children)
        .orElseGet(List::of)
        .stream()
        .filter(child -> child.is("decorator"))
        .forEach(decorator -> header.append(look(decorator)));
    definition
        .child("superclasses")
        .filter(bases -> !bases.children().isEmpty())
        .ifPresent(bases -> header.append(look(bases)));
    return header.toString();
  }

  /** Each node with the number of those directly below it: equal looks are equal trees. */
  private static String look(Node top) {
    StringBuilder look = new StringBuilder();
    IntStream.range(top.index(), top.after())
        .mapToObj(top.tree()::node)
        .filter(node -> !node.is("parenthesized_expression"))
        .forEach(node -> look.append(part(node)).append(' '));
    return look.toString();
  }

  private static String part(Node node) {
    List<Node> below = node.children();
    String text =
        switch (node.kind()) {
          case "string_start" -> node.text().replaceAll("['\"uU]", "");
          case "string_end" -> "";
          case "slice" -> node.text().replaceAll("\\s", "");
          default -> below.isEmpty() ? node.text() : "";
        };
    return node.kind() + "/" + below.size() + (text.isEmpty() ? "" : ":" + text);
  }
}

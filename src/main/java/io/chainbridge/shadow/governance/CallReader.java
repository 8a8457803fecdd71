package io.chainbridge.shadow.governance;

import io.chainbridge.shadow.governance.SyntaxTree.Node;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The calls of a file, and the names that are handed to calls. */
final class CallReader {
  private static final int LONGEST_ARGUMENT = 1_000;

  private record Placed(int end, Call call) {}

  private final SyntaxTree tree;
  private final Names names;
  private final Scopes scopes;

  CallReader(SyntaxTree tree, Names names, Scopes scopes) {
    this.tree = tree;
    this.names = names;
    this.scopes = scopes;
  }

  /**
   * Those of decorators themselves are left out.
   *
   * @param defined the names of the file's own functions and classes
   * @return in the order in which they are made: the call in an argument before the one around it
   */
  List<Call> calls(Set<String> defined) {
    List<Placed> calls = new ArrayList<>();
    for (int at = 1; at < tree.size(); at++) {
      Node node = tree.node(at);
      Node parent = node.parent().orElseThrow();
      if (node.is("call") && !parent.is("decorator")) {
        of(node).forEach(call -> calls.add(new Placed(node.end(), call)));
      } else if (isArgument(node, parent)) {
        String name = names.dotted(node);
        String first = Dotted.first(name);
        if (!first.isEmpty() && (names.binds(first) || defined.contains(first))) {
          named(name, node, Optional.empty(), Map.of(), true)
              .forEach(call -> calls.add(new Placed(node.end(), call)));
        }
      }
    }
    calls.sort(Comparator.comparingInt(Placed::end));
    return calls.stream().map(Placed::call).toList();
  }

  private static boolean isArgument(Node node, Node parent) {
    boolean name = node.is("identifier") || node.is("attribute");
    return name
        && (parent.is("argument_list")
            || (parent.is("keyword_argument") && node.field().equals("value")));
  }

  /**
   * A decorator with or without arguments; more than one where its name is bound more than once.
   */
  List<Call> decorator(Node decorator) {
    return decorator.children().stream()
        .findFirst()
        .map(
            node ->
                node.is("call")
                    ? of(node)
                    : named(names.dotted(node), node, Optional.empty(), Map.of(), false))
        .orElseGet(List::of);
  }

  private List<Call> of(Node call) {
    List<Node> arguments = call.child("arguments").map(Node::children).orElseGet(List::of);
    Map<String, String> keywords = new LinkedHashMap<>();
    for (Node argument : arguments) {
      if (argument.is("keyword_argument") && argument.end() - argument.start() < LONGEST_ARGUMENT) {
        keywords.put(
            argument.child("name").map(Names::name).orElse(""),
            argument.child("value").map(Node::text).orElse(""));
      }
    }
    return named(
        names.dotted(call.child("function").orElse(call)),
        call,
        arguments.stream().findFirst().flatMap(Literals::text),
        keywords,
        false);
  }

  private List<Call> named(
      String name,
      Node node,
      Optional<String> literal,
      Map<String, String> keywords,
      boolean handed) {
    return names.resolve(name).stream()
        .map(
            callee ->
                new Call(
                    callee,
                    node.line(),
                    scopes.function(node),
                    literal,
                    Map.copyOf(keywords),
                    handed))
        .toList();
  }
}

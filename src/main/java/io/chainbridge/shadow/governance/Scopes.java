package io.chainbridge.shadow.governance;

import io.chainbridge.shadow.governance.SyntaxTree.Node;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What each node of a file is in. The decorators and the defaults of a function are in it; a
 * decorator is written before it.
 */
final class Scopes {
  private static final String FUNCTION = "function_definition";
  private static final Set<String> DEFINITIONS = Set.of(FUNCTION, "class_definition");
  private static final Set<String> TYPE_CHECKING =
      Set.of("typing.TYPE_CHECKING", "typing_extensions.TYPE_CHECKING");

  private final SyntaxTree tree;
  private final int[] definitions;
  private final BitSet typesOnly = new BitSet();
  private final Map<Integer, String> names = new HashMap<>();

  Scopes(SyntaxTree tree, Names known) {
    this.tree = tree;
    definitions = new int[tree.size()];
    definitions[0] = -1;
    for (int at = 1; at < tree.size(); at++) {
      Node node = tree.node(at);
      Node parent = node.parent().orElseThrow();
      definitions[at] = enclosing(node, parent);
      typesOnly.set(at, typesOnly.get(parent.index()) || forTypes(node, parent, known));
    }
  }

  private int enclosing(Node node, Node parent) {
    if (DEFINITIONS.contains(parent.kind())) {
      return parent.index();
    }
    return node.is("decorator")
        ? parent.child("definition").map(Node::index).orElse(definitions[parent.index()])
        : definitions[parent.index()];
  }

  private static boolean forTypes(Node node, Node parent, Names known) {
    return node.field().equals("consequence")
        && parent.is("if_statement")
        && parent.child("condition").map(known::dotted).stream()
            .flatMap(condition -> known.resolve(condition).stream())
            .anyMatch(TYPE_CHECKING::contains);
  }

  /** Whether it is below {@code if TYPE_CHECKING}. */
  boolean typesOnly(Node node) {
    return typesOnly.get(node.index());
  }

  /** The class or function that it is in, the nearest. */
  Optional<Node> definition(Node node) {
    int index = definitions[node.index()];
    return index < 0 ? Optional.empty() : Optional.of(tree.node(index));
  }

  /** The name of the function that it is in, the nearest; empty outside of functions. */
  String function(Node node) {
    Optional<Node> around = definition(node);
    while (around.isPresent() && !around.get().is(FUNCTION)) {
      around = definition(around.get());
    }
    return around.map(this::name).orElse("");
  }

  /** Of a class or function: its name after those of what it is in. */
  String name(Node definition) {
    String known = names.get(definition.index());
    if (known != null) {
      return known;
    }
    String own = definition.child("name").map(Names::name).orElse("");
    String name = definition(definition).map(outer -> name(outer) + "." + own).orElse(own);
    names.put(definition.index(), name);
    return name;
  }
}

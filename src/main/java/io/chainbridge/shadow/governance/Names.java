package io.chainbridge.shadow.governance;

import io.chainbridge.shadow.governance.SyntaxTree.Node;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * What the names of a file stand for. A name that is bound more than once, as by an import with
 * another in its except block, stands for each of them; where in the file it is bound is not looked
 * at.
 */
final class Names {
  private static final Set<String> IMPORTERS =
      Set.of(
          "importlib.import_module",
          "importlib.__import__",
          "builtins.__import__",
          "__import__",
          "pkgutil.resolve_name",
          "runpy.run_module");

  /** More than anybody writes; what is before them is left out. */
  private static final int MOST_PARTS = 64;

  private static final Pattern BRACKET = Pattern.compile("[\\[(].*");
  private static final Pattern BETWEEN = Pattern.compile("[\\s\\\\]");

  private final Map<String, Set<String>> bound = new HashMap<>();

  void bind(String name, String dotted) {
    bound.computeIfAbsent(name, key -> new TreeSet<>()).add(dotted);
  }

  boolean binds(String name) {
    return bound.containsKey(name);
  }

  /** Each that a dotted name may stand for; itself where its first part is bound to nothing. */
  Set<String> resolve(String dotted) {
    String first = Dotted.first(dotted);
    String plain = BRACKET.matcher(first).replaceFirst("");
    Set<String> resolved = new TreeSet<>();
    for (String each : bound.getOrDefault(plain, Set.of())) {
      resolved.add(each + dotted.substring(plain.length()));
    }
    return resolved.isEmpty() ? Set.of(dotted) : resolved;
  }

  /** Whether a call imports the module that its first argument names. */
  boolean imports(Node call) {
    return call.child("function").stream()
        .flatMap(function -> resolve(dotted(function)).stream())
        .anyMatch(IMPORTERS::contains);
  }

  /**
   * What an expression is as a name with dots: {@code a.b}, {@code a().b} for an attribute of what
   * a call gives, {@code a[].b} for one of an element, {@code .b} for one of anything else.
   */
  String dotted(Node expression) {
    StringBuilder after = new StringBuilder();
    Node node = expression;
    for (int part = 0; part < MOST_PARTS; part++) {
      switch (node.kind()) {
        case "identifier", "dotted_name" -> {
          return name(node) + after;
        }
        case "attribute" -> {
          after.insert(0, "." + node.child("attribute").map(Names::name).orElse(""));
          node = node.child("object").orElseThrow();
        }
        case "subscript" -> {
          after.insert(0, "[]");
          node = node.child("value").orElseThrow();
        }
        case "call" -> {
          Node call = node;
          Node function = call.child("function").orElseThrow();
          List<Node> arguments = call.child("arguments").map(Node::children).orElseGet(List::of);
          Optional<String> named = attributeByName(function, arguments);
          if (named.isPresent()) {
            after.insert(0, "." + named.get());
            node = arguments.get(0);
          } else if (function.is("identifier") || function.is("attribute")) {
            Optional<String> module = imported(call, arguments);
            if (module.isPresent()) {
              return module.get() + after;
            }
            after.insert(0, "()");
            node = function;
          } else {
            return after.toString();
          }
        }
        case "parenthesized_expression", "await" -> {
          List<Node> children = node.children();
          if (children.isEmpty()) {
            return after.toString();
          }
          node = children.get(0);
        }
        default -> {
          return after.toString();
        }
      }
    }
    return after.toString();
  }

  private static Optional<String> attributeByName(Node function, List<Node> arguments) {
    return function.is("identifier") && function.text().equals("getattr") && arguments.size() > 1
        ? Literals.text(arguments.get(1))
        : Optional.empty();
  }

  private Optional<String> imported(Node call, List<Node> arguments) {
    Node function = call.child("function").orElseThrow();
    boolean simple =
        function.is("identifier")
            || function.child("object").filter(object -> object.is("identifier")).isPresent();
    return simple && !arguments.isEmpty() && imports(call)
        ? Literals.text(arguments.get(0)).filter(module -> !module.startsWith("."))
        : Optional.empty();
  }

  /** Python takes letters that look alike for the same: NFKC. */
  static String name(Node node) {
    String text = node.text();
    boolean plain = true;
    for (int at = 0; at < text.length(); at++) {
      if (text.charAt(at) >= 128) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC);
      }
      plain &= Character.isJavaIdentifierPart(text.charAt(at)) || text.charAt(at) == '.';
    }
    return plain ? text : BETWEEN.matcher(text).replaceAll("");
  }
}

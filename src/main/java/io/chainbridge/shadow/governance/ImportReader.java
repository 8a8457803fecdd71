package io.chainbridge.shadow.governance;

import io.chainbridge.shadow.governance.Import.How;
import io.chainbridge.shadow.governance.SyntaxTree.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The imports of a file, and what its names stand for by them. */
final class ImportReader {
  private static final Set<String> RUNS_TEXT =
      Set.of("exec", "eval", "builtins.exec", "builtins.eval");

  private final SyntaxTree tree;
  private final String folder;

  /** Relative imports are counted from the folder of the path. */
  ImportReader(SyntaxTree tree, String path) {
    this.tree = tree;
    folder =
        path.contains("/")
            ? "." + Dotted.before(path.replace('/', '.').replaceAll("\\.pyi?$", ""))
            : "";
  }

  /** What the file's imports bind, and the assignments that give these other names. */
  Names names() {
    Names names = new Names();
    for (int at = 0; at < tree.size(); at++) {
      Node node = tree.node(at);
      if (node.kind().startsWith("import_")) {
        statement(node, false, "").forEach(each -> bind(each, names));
      }
    }
    for (int at = 0; at < tree.size(); at++) {
      Node node = tree.node(at);
      if (node.is("assignment")) {
        rename(node, names);
      }
    }
    return names;
  }

  private static void bind(Import each, Names names) {
    if (!each.alias().isEmpty()) {
      names.bind(each.alias(), each.full());
    } else if (!each.name().isEmpty() && !each.everything()) {
      names.bind(each.name(), each.full());
    } else if (each.name().isEmpty() && !each.module().startsWith(".")) {
      names.bind(Dotted.first(each.module()), Dotted.first(each.module()));
    }
  }

  /** {@code load = pickle.load} and {@code jl = importlib.import_module("joblib")}. */
  private static void rename(Node assignment, Names names) {
    Optional<Node> left = assignment.child("left").filter(node -> node.is("identifier"));
    Optional<Node> right = assignment.child("right");
    if (left.isEmpty() || right.isEmpty()) {
      return;
    }
    String value = names.dotted(right.get());
    String name = Names.name(left.get());
    boolean plain = !value.isEmpty() && !value.startsWith(".") && !value.contains("()");
    if (plain && (names.binds(Dotted.first(value)) || right.get().is("call"))) {
      names.resolve(value).stream()
          .filter(each -> !Dotted.first(each).equals(name))
          .forEach(each -> names.bind(name, each));
    }
  }

  /** In the order of the file. */
  List<Import> imports(Names names, Scopes scopes) {
    List<Import> imports = new ArrayList<>();
    for (int at = 0; at < tree.size(); at++) {
      Node node = tree.node(at);
      if (node.is("call")) {
        call(node, names, scopes).ifPresent(imports::add);
      } else if (node.kind().startsWith("import_")) {
        imports.addAll(statement(node, scopes.typesOnly(node), scopes.function(node)));
      }
    }
    return imports;
  }

  private List<Import> statement(Node node, boolean typesOnly, String function) {
    List<Import> imports = new ArrayList<>();
    String module = node.child("module_name").map(this::module).orElse("");
    if (node.is("import_statement") || node.is("import_from_statement")) {
      for (Node name : node.children()) {
        boolean from = node.is("import_from_statement");
        String alias = name.child("alias").map(Names::name).orElse("");
        String dotted =
            name.is("wildcard_import") ? "*" : Names.name(name.child("name").orElse(name));
        if (name.field().equals("name") || name.is("wildcard_import")) {
          imports.add(
              new Import(
                  from ? module : dotted,
                  from ? dotted : "",
                  alias,
                  name.line(),
                  How.STATEMENT,
                  typesOnly,
                  function));
        }
      }
    }
    return imports;
  }

  private String module(Node name) {
    if (!name.is("relative_import")) {
      return Names.name(name);
    }
    String text = Names.name(name);
    String below = text.replaceFirst("^\\.+", "");
    return relative(text.length() - below.length(), below);
  }

  /** From the top of the checkout, with a dot before it. */
  private String relative(int dots, String below) {
    String base = folder;
    for (int up = 1; up < dots; up++) {
      base = Dotted.before(base);
    }
    return below.isEmpty() ? base : base + "." + below;
  }

  private Optional<Import> call(Node call, Names names, Scopes scopes) {
    List<Node> arguments = call.child("arguments").map(Node::children).orElseGet(List::of);
    Optional<String> module = Optional.empty();
    if (names.imports(call)) {
      module = arguments.stream().findFirst().flatMap(first -> named(first, arguments));
    } else if (call.child("function").stream()
        .flatMap(function -> names.resolve(names.dotted(function)).stream())
        .noneMatch(RUNS_TEXT::contains)) {
      return Optional.empty();
    }
    return Optional.of(
        new Import(
            module.orElse(""),
            "",
            "",
            call.line(),
            module.isPresent() ? How.CALL : How.UNDECIDABLE,
            scopes.typesOnly(call),
            scopes.function(call)));
  }

  private Optional<String> named(Node first, List<Node> arguments) {
    Optional<String> module =
        Literals.text(first.is("keyword_argument") ? first.child("value").orElse(first) : first);
    if (module.isEmpty() || !module.get().startsWith(".")) {
      return module.filter(name -> !name.isBlank());
    }
    String below = module.get().replaceFirst("^\\.+", "");
    return arguments.stream()
        .skip(1)
        .map(argument -> argument.child("value").orElse(argument))
        .filter(argument -> argument.text().matches("__(package|name)__"))
        .map(argument -> relative(module.get().length() - below.length(), below))
        .findFirst();
  }
}

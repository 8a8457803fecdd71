package io.chainbridge.shadow.governance;

import io.chainbridge.shadow.governance.ClassDef.Field;
import io.chainbridge.shadow.governance.SyntaxTree.Node;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The classes and functions of a file. */
final class DefinitionReader {
  private final SyntaxTree tree;
  private final Names names;
  private final Scopes scopes;

  DefinitionReader(SyntaxTree tree, Names names, Scopes scopes) {
    this.tree = tree;
    this.names = names;
    this.scopes = scopes;
  }

  /** The names of the classes and functions that are in no other. */
  List<String> topNames() {
    return Stream.of("class_definition", "function_definition")
        .flatMap(this::definitions)
        .filter(node -> scopes.definition(node).isEmpty())
        .map(scopes::name)
        .toList();
  }

  private Stream<Node> definitions(String kind) {
    return IntStream.range(0, tree.size()).mapToObj(tree::node).filter(node -> node.is(kind));
  }

  List<ClassDef> classes(CallReader calls) {
    Map<Integer, List<Field>> fields = fields();
    return definitions("class_definition")
        .map(
            node ->
                new ClassDef(
                    scopes.name(node),
                    node.line(),
                    bases(node),
                    typeArguments(node),
                    List.copyOf(fields.getOrDefault(node.index(), List.of())),
                    decorators(node, calls).stream().map(Call::callee).toList()))
        .toList();
  }

  private List<String> bases(Node definition) {
    return definition.child("superclasses").map(Node::children).orElseGet(List::of).stream()
        .filter(base -> !base.is("keyword_argument"))
        .map(base -> base.is("subscript") ? base.child("value").orElse(base) : base)
        .flatMap(base -> names.resolve(names.dotted(base)).stream())
        .toList();
  }

  /** What is in brackets after its bases: {@code X} of {@code RootModel[list[X]]}. */
  private static String typeArguments(Node definition) {
    return definition.child("superclasses").map(Node::children).orElseGet(List::of).stream()
        .filter(base -> base.is("subscript"))
        .flatMap(base -> base.child("subscript").stream())
        .map(Node::text)
        .collect(Collectors.joining(", "));
  }

  private Map<Integer, List<Field>> fields() {
    Map<Integer, List<Field>> fields = new HashMap<>();
    definitions("assignment")
        .forEach(
            node ->
                scopes
                    .definition(node)
                    .filter(around -> around.is("class_definition"))
                    .ifPresent(
                        around ->
                            fields
                                .computeIfAbsent(around.index(), key -> new ArrayList<>())
                                .add(field(node))));
    return fields;
  }

  private static Field field(Node assignment) {
    return new Field(
        assignment.child("left").map(Names::name).orElse(""),
        assignment.child("type").map(Node::text).orElse(""),
        assignment.child("right").map(Node::text).orElse(""),
        assignment.line());
  }

  List<FunctionDef> functions(CallReader reader, List<Call> calls) {
    Map<String, List<Call>> byFunction =
        calls.stream().collect(Collectors.groupingBy(Call::function));
    return definitions("function_definition")
        .map(
            node ->
                new FunctionDef(
                    scopes.name(node),
                    node.line(),
                    node.child("return_type").map(Node::text).orElse(""),
                    decorators(node, reader),
                    byFunction.getOrDefault(scopes.name(node), List.of())))
        .toList();
  }

  private static List<Call> decorators(Node definition, CallReader calls) {
    return definition
        .parent()
        .filter(parent -> parent.is("decorated_definition"))
        .map(Node::children)
        .orElseGet(List::of)
        .stream()
        .filter(child -> child.is("decorator"))
        .flatMap(decorator -> calls.decorator(decorator).stream())
        .toList();
  }

  /** The texts that are keys here: of dictionaries, of elements assigned, of named arguments. */
  List<Key> keys() {
    List<Key> keys = new ArrayList<>();
    definitions("pair")
        .forEach(
            pair ->
                pair.child("key")
                    .flatMap(Literals::text)
                    .ifPresent(key -> keys.add(new Key(key, scopes.function(pair), pair.line()))));
    definitions("keyword_argument")
        .forEach(
            argument ->
                argument
                    .child("name")
                    .ifPresent(
                        name ->
                            keys.add(
                                new Key(
                                    Names.name(name),
                                    scopes.function(argument),
                                    argument.line()))));
    definitions("subscript")
        .filter(element -> element.field().equals("left"))
        .forEach(
            element ->
                element
                    .child("subscript")
                    .flatMap(Literals::text)
                    .ifPresent(
                        key -> keys.add(new Key(key, scopes.function(element), element.line()))));
    return keys;
  }
}

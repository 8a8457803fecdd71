package io.chainbridge.shadow.governance;

import io.chainbridge.shadow.governance.Modules.Definition;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The fields of a class with those of its bases, as far as these are in the checkout.
 *
 * @param names of its fields, its own first; the aliases and what is computed too; where it stands
 *     for another class, as RootModel[list[X]] does, those of X
 * @param unknown the bases that are neither in the checkout nor known to have no fields
 */
record Inheritance(List<String> names, List<String> unknown) {
  private static final Set<String> WITHOUT_FIELDS =
      Set.of(
          "object",
          "pydantic.BaseModel",
          "pydantic.RootModel",
          "pydantic.main.BaseModel",
          "pydantic.generics.GenericModel",
          "pydantic.v1.BaseModel",
          "sqlmodel.SQLModel",
          "typing.Generic",
          "typing.TypedDict",
          "typing.NamedTuple",
          "typing.Protocol",
          "typing_extensions.TypedDict",
          "typing_extensions.Protocol",
          "abc.ABC");

  static Inheritance of(ClassDef type, PythonFile file, Modules modules) {
    List<String> names = new ArrayList<>();
    List<String> unknown = new ArrayList<>();
    Set<Definition> seen = new HashSet<>();
    Deque<Definition> open = new ArrayDeque<>(List.of(new Definition(file, type.name())));
    while (!open.isEmpty()) {
      Definition next = open.removeFirst();
      if (seen.add(next)) {
        Stream<ClassDef> found =
            next.file().classes().stream().filter(each -> each.name().equals(next.name()));
        for (ClassDef each : found.toList()) {
          each.fields().forEach(field -> names.addAll(field.names()));
          names.addAll(computed(next));
          if (each.bases().stream().anyMatch(base -> Dotted.last(base).equals("RootModel"))) {
            for (String element : ResponseModels.names(each.typeArguments())) {
              List<Definition> definitions = classes(element, next.file(), modules);
              open.addAll(definitions);
              if (definitions.isEmpty()) {
                unknown.add(element);
              }
            }
          }
          for (String base : each.bases()) {
            List<Definition> definitions = classes(base, next.file(), modules);
            open.addAll(definitions);
            if (definitions.isEmpty() && !WITHOUT_FIELDS.contains(base)) {
              unknown.add(base);
            }
          }
        }
      }
    }
    return new Inheritance(List.copyOf(names), List.copyOf(unknown));
  }

  /** Pydantic's {@code @computed_field}: a method that is answered like a field. */
  private static List<String> computed(Definition type) {
    return type.file().functions().stream()
        .filter(method -> Dotted.before(method.name()).equals(type.name()))
        .filter(
            method ->
                method.decorators().stream()
                    .anyMatch(each -> Dotted.last(each.callee()).equals("computed_field")))
        .map(method -> Dotted.last(method.name()))
        .toList();
  }

  /** Where a class of the checkout is defined that a file knows by a dotted name. */
  static List<Definition> classes(String name, PythonFile file, Modules modules) {
    return modules.definitions(name, file).stream()
        .filter(definition -> definition.asClass().isPresent())
        .toList();
  }

  boolean has(Predicate<String> name) {
    return names.stream().anyMatch(name);
  }
}
